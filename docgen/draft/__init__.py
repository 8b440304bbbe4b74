"""Facts of a cell and a template to a Word file: files and values in, bytes and findings out; knows no register.

    kinds              the kinds of document; field, fields: the questions of a framework (fields.yaml)
    values, cells      what somebody answered, typed by the questions; question_words, skeleton: a file to answer;
                       questionnaire: the questions one by one
    cell_rules,        what facts must not say together; side_rules: the same about associations and who signs;
                       rule_findings: how it is told
    membership         majorities, shares, posts; parties: associations and which document is made with whom;
                       signing: who signs for which side
    context            every name a clause may use; computed_name, computed, computed_sides: those worked out
    clause_reader,     clauses.md cut into blocks; clause_source: one of them; clause_attributes: how they are written;
                       shared_clauses: those brought in by name
    text_program,      clauses compiled once; clauses: all of them; legal_basis: held to the texts
    numbering          chương, Điều, khoản, điểm after conditions are resolved
    form               the paper round the articles; provenance: the hidden part; opens: what is still open
    template, render   a folder compiled once; `draft_document`, the one verb
"""
