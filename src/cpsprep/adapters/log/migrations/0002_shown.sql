-- Questions shown other than by a graded review answer: left, practised, or in a mock exam. A plan to an exam
-- asks for them at every start (docs/design.md).
create index events_shown on events (mode, bank, item, study_day)
  where (type = 'seen' or (type = 'answered' and (grade is null or mode <> 'review')));
