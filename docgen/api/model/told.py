"""A model and its check as they are told at the screen."""

from __future__ import annotations

from docgen.api.model.checking import CheckedTemplate
from docgen.api.model.importing import ImportedModel
from docgen.publish.lines import Screen
from docgen.publish.model_report import coverage_report, model_report


def told_model(made: ImportedModel, screen: Screen) -> str:
    """Return what was understood of a model, to be read before confirming."""
    return model_report(made.understood, made.file.apart, form=made.form, remarks=made.file.remarks,
                        citations=made.citations, screen=screen)


def told_coverage(checked: CheckedTemplate, screen: Screen) -> str:
    """Return the table of provisions and how the template deals with each."""
    return coverage_report(checked.edition, checked.rows, checked.citations, screen)
