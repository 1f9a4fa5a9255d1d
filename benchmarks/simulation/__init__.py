"""Simulated learners with a hidden memory, who study towards an exam: is the plan worth its minutes?"""
