<?php
// Reads a file of questions with the readers of a real Moodle and prints what they found as JSON.
//
//   php read.php FOLDER xml|gift|aiken FILE
//
// FOLDER holds files of Moodle's source; nothing of it is part of cpsprep. The readers call a few functions of a
// running site, which has no part in what is read; those stand here, no longer than they have to be.

error_reporting(E_ALL & ~E_DEPRECATED & ~E_WARNING & ~E_NOTICE);
[, $moodle, $format, $file] = $argv;

const MOODLE_INTERNAL = true;
const FORMAT_MOODLE = '0', FORMAT_HTML = '1', FORMAT_PLAIN = '2', FORMAT_WIKI = '3', FORMAT_MARKDOWN = '4';
foreach (['TEXT', 'RAW', 'TAG', 'INT', 'FILE', 'ALPHANUM', 'RAW_TRIMMED'] as $name) {
    define("PARAM_$name", strtolower($name));
}
const CONTEXT_SYSTEM = 10, CONTEXT_COURSECAT = 40, CONTEXT_COURSE = 50, CONTEXT_MODULE = 70;
$CFG = (object) ['dirroot' => $moodle, 'libdir' => "$moodle/lib"];
$USER = (object) ['id' => 1];

// What a site has: texts in a language, settings, places for files.
function get_string($name, $component = '', $more = null) { return "$name " . (is_scalar($more) ? $more : ''); }
function get_config(...$asked) { return (object) []; }
function get_file_storage() { return new class { function __call($name, $arguments) { return []; } }; }
function file_get_unused_draft_itemid() { return 1; }
function debugging($message) { fwrite(STDERR, "$message\n"); }
function print_error($message) { throw new Exception($message); }
class moodle_exception extends Exception {}
class context_user { public $id = 1; static function instance($id) { return new self; } }
class core_tag_tag {
    static function is_enabled(...$arguments) { return true; }
    static function __callStatic($name, $arguments) { return []; }
}

// What does something to a text on its way in.
function clean_param($value, $type) { return $type === 'text' ? strip_tags($value) : $value; }
function s($text) { return htmlspecialchars($text, ENT_QUOTES); }
function html_to_text($text) { return trim(html_entity_decode(strip_tags($text), ENT_QUOTES, 'UTF-8')); }
function shorten_text($text, $ideal = 30) { return mb_substr($text, 0, $ideal); }
function text_to_html($text) { return $text; }
function format_text($text) { return $text; }
function html_is_blank($text) { return trim(strip_tags($text)) === ''; }
function fullclone($thing) { return unserialize(serialize($thing)); }
class core_text {
    static function strlen($text) { return mb_strlen($text); }
    static function substr($text, $from, $length = null) { return mb_substr($text, $from, $length); }
    static function trim_utf8_bom($text) { return preg_replace('/^\xEF\xBB\xBF/', '', $text); }
    static function convert($text) { return $text; }
    static function entities_to_utf8($text, $named = true) { return html_entity_decode($text, ENT_QUOTES, 'UTF-8'); }
}

// The kinds of questions; the grades that an option may have are those that a Moodle offers.
class question_type {}
class question_bank {
    static function qtype_exists($name) { return true; }
    static function get_all_qtypes() { return []; }
    static function get_qtype($name, $must = true) {
        return new class { function __call($asked, $arguments) { return false; } };
    }
    static function grades() {
        $shares = [1, 0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333, 0.3, 0.25, 0.2,
            0.1666667, 0.1428571, 0.125, 0.1111111, 0.1, 0.05, 0];
        return array_flip(array_map('strval', [...$shares, ...array_map(fn($share) => -$share, $shares)]));
    }
}

/** Define the part of a file of Moodle that is asked for, without what the rest of it needs from a site. */
function define_part($path, $pattern) {
    preg_match($pattern, file_get_contents($path), $found) || throw new Exception("$path has no $pattern");
    eval($found[0]);
}

define_part("$moodle/lib/questionlib.php", '/^function match_grade_options.*?^}/ms');
define_part("$moodle/question/type/multianswer/questiontype.php", '/^define\(.ANSWER_ALTERNATIVE.*/ms');
require "$moodle/question/format.php";
require "$moodle/question/format/$format/format.php";

$name = "qformat_$format";
$reader = new $name();
$reader->set_display_progress(false);
$reader->setFilename($file);
$context = new ReflectionProperty($reader, 'importcontext');
$context->setAccessible(true);
$context->setValue($reader, (object) ['id' => 1]);
$lines = new ReflectionMethod($reader, 'readdata');
$lines->setAccessible(true);
$questions = new ReflectionMethod($reader, 'readquestions');
$questions->setAccessible(true);

ob_start();
$found = $questions->invoke($reader, $lines->invoke($reader, $file));
$told = strip_tags(ob_get_clean());
$graded = array_filter($found, fn($one) => is_array($one->fraction ?? null));
$refused = array_filter($graded, fn($one) => in_array(false, array_map(
    fn($share) => match_grade_options(question_bank::grades(), $share, 'error'), $one->fraction), true));
echo json_encode([
    'errors' => $reader->importerrors, 'told' => $told,
    'refused' => array_values(array_map(fn($one) => $one->name, $refused)),
    'questions' => array_values(array_filter($found, fn($one) => $one->qtype !== 'category')),
], JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
