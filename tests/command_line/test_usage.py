"""A mistake in the words of a command is told in Indonesian, whatever click finds wrong."""

import ast
import inspect
from collections.abc import Iterator
from types import ModuleType
from typing import NamedTuple

import click
import pytest

from command_line.main import VERBS, run
from command_line.usage import SENTENCES, in_indonesian, usage_problem
from tests.command_runs import iku


class Mistake(NamedTuple):
    """A command, and what is said of it."""

    typed: str
    said: str


MISTAKES = (
    Mistake("validat x", "perintah 'validat' tidak dikenal; mungkin maksud Anda validate; lihat"),
    Mistake("definition chek", "perintah 'chek' tidak dikenal; mungkin maksud Anda check"),
    Mistake("build x --tidak-ada", "pilihan '--tidak-ada' tidak dikenal; lihat 'iku build --help'"),
    Mistake("validate x --hist y", "mungkin maksud Anda --history"),
    Mistake("validate -q x", "pilihan '-q' tidak dikenal; lihat 'iku validate --help'"),
    Mistake("--tidak-ada", "pilihan '--tidak-ada' tidak dikenal; lihat 'iku --help'"),
    Mistake("validate", "bagian yang wajib belum ditulis: BERKAS...; lihat 'iku validate --help'"),
    Mistake("close TW1", "bagian yang wajib belum ditulis: --history; lihat 'iku close --help'"),
    Mistake("consolidate x -o", "pilihan '-o' memerlukan isi sesudahnya; lihat 'iku consolidate"),
    Mistake("read x --json=3", "pilihan '--json' ditulis tanpa isi; lihat 'iku read --help'"),
    Mistake("close TW1 TW2 --history r", "kata ini berlebih: TW2; lihat 'iku close --help'"),
    Mistake("read a b c", "kata-kata ini berlebih: b c; lihat 'iku read --help'"),
    Mistake("close JAN --history r", "isi PERIODE tidak sesuai: 'JAN' bukan salah satu dari 'TW1'"),
    Mistake("definition new --tahun dua", "isi --tahun tidak sesuai: 'dua' bukan bilangan bulat"),
    Mistake("build .", "'.' adalah folder, bukan berkas; lihat 'iku build --help'"),
    Mistake(f"demo -o {__file__}", "adalah berkas, bukan folder; lihat 'iku demo --help'"),
    Mistake("key show", "sebutkan berkas kunci umum atau --history; lihat 'iku key show --help'"),
)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: str(one.typed)[:30])
def test_a_mistake_is_told_in_one_indonesian_sentence(
    mistake: Mistake, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as leaving:
        run(mistake.typed.split())
    said = capsys.readouterr()

    assert (leaving.value.code, said.out) == (2, "")
    assert said.err.startswith("iku: ")
    assert said.err.count("\n") == 1
    assert mistake.said in said.err


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_says_so_where_it_does_not_know_an_option(
    verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as leaving:
        run([verb, "--tidak-ada"])

    assert leaving.value.code == 2
    told = f"iku: pilihan '--tidak-ada' tidak dikenal; lihat 'iku {verb} --help'\n"
    assert capsys.readouterr().err == told


def test_the_command_as_people_run_it_says_the_same() -> None:
    done = iku("validat")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("iku: perintah 'validat' tidak dikenal")


@pytest.mark.parametrize("lang", [["--lang", "en"], ["--lang=en"]])
def test_who_asks_for_english_gets_it(lang: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["validate", "x", "--tidak-ada", *lang])

    assert capsys.readouterr().err == "iku: No such option '--tidak-ada'.\n"


def sentences_in(tree: ast.AST) -> Iterator[str]:
    """The texts in a piece of click's source that are made to be translated."""
    for function in ast.walk(tree):
        name = getattr(getattr(function, "func", None), "id", "")
        if isinstance(function, ast.Call) and name in {"_", "ngettext"}:
            texts = [one.value for one in function.args if isinstance(one, ast.Constant)]
            yield from (one for one in texts if isinstance(one, str))


def for_users(module: ModuleType) -> set[str]:
    """The texts of a module but those of a TypeError, which tell us of a mistake of our own."""
    tree = ast.parse(inspect.getsource(module))
    thrown = [one.exc for one in ast.walk(tree) if isinstance(one, ast.Raise)]
    ours = [one for one in thrown if isinstance(one, ast.Call)]
    wrong = [one for one in ours if ast.unparse(one.func) in {"TypeError", "ValueError"}]
    return {*sentences_in(tree)} - {said for one in wrong for said in sentences_in(one)}


# Not errors, or parts of a sentence that is put together anew: see `usage_problem`.
ELSEWHERE = {
    *("Aborted!", "deprecated", "Options", "Positional arguments", "Commands", "(dynamic)"),
    *("env var: {var}", "default: {default}", "file", "directory", "path"),
    *("Missing argument", "Missing option", "Missing parameter", "Missing {param_type}"),
    *("Missing parameter: {param_name}", "Choose from:\n\t{choices}", "Error: {message}"),
    *("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    *("Invalid value: {message}", "Invalid value for {param_hint}: {message}"),
    *("Try '{command} {option}' for help.", "Choice({choices})"),
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
}


def test_every_sentence_of_click_has_one_of_ours() -> None:
    modules = (click.core, click.parser, click.types, click.exceptions)
    known = {said for module in modules for said in for_users(module)}

    assert len(known) > len(SENTENCES)
    assert known == SENTENCES.keys() | ELSEWHERE


@pytest.mark.parametrize("english", SENTENCES)
def test_each_of_them_is_recognised_with_its_facts(english: str) -> None:
    told = english.format_map(_Facts(number_type="integer", name="File"))
    said = in_indonesian(told)

    assert said != told
    assert not set(said.split()) & {"is", "not", "does", "requires", "was", "were", "given."}


class _Facts(dict[str, str]):
    """Facts for any placeholder."""

    def __missing__(self, name: str) -> str:
        return f"<{name}>"


@pytest.mark.parametrize(
    "error",
    [click.FileError("a.txt"), click.BadParameter("x", param_hint="-o"), click.UsageError("x")],
)
def test_an_error_without_its_command_is_told_too(error: click.ClickException) -> None:
    said = usage_problem(error)

    assert said
    assert "Could not" not in said
