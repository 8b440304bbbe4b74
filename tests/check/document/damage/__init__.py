"""Ways to damage a good document, each labelled by construction with the finding it has to bring about.

Every way has words that rules were tuned on and words that were held out. What changes nothing wrong (HARMLESS) is put
in as well: a review that speaks of it is counted against its precision.
"""
