from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktopxfer.desktop.integration import Integrated
from desktopxfer.settings import DEFAULT_PORT, Settings, Visibility, WhenClosed, host_name
from desktopxfer.transfer.progress import Stage
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.leftover_list import LeftoverList
from desktopxfer.ui.settings_dialog import SettingsDialog
from desktopxfer.workers.state import Leftover, Visible
from tests.ui.conftest import OWN_ID
from tests.ui.fake_manager import offer, receiving
from tests.ui.shown import click

NOW = Settings(device_name="MyLaptop", download_folder="/home/anna/Downloads", port=26710)


@pytest.fixture
def dialog(qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(NOW, OWN_ID)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def field(dialog: QWidget, name: str) -> QLineEdit:
    (line,) = (line for line in dialog.findChildren(QLineEdit) if line.accessibleName() == name)
    return line


def button(dialog: QWidget, words: str) -> QAbstractButton:
    (found,) = (
        each
        for each in dialog.findChildren(QAbstractButton)
        if words in (each.text().replace("&", ""), each.accessibleName())
    )
    return found


def saved(qtbot: QtBot, dialog: SettingsDialog) -> Settings:
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.mouseClick(button(dialog, "Save"), Qt.MouseButton.LeftButton)
    settings = chosen.args[0]
    assert isinstance(settings, Settings)
    return settings


def write(qtbot: QtBot, line: QLineEdit, words: str) -> None:
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, words)


def test_saving_without_a_change_changes_nothing(qtbot: QtBot, dialog: SettingsDialog) -> None:
    assert saved(qtbot, dialog) == NOW


def test_what_is_written_is_saved_and_the_rest_stays(qtbot: QtBot) -> None:
    before = msgspec.structs.replace(NOW, listen_host="127.0.0.1", recent_folders=("/tmp",))
    dialog = SettingsDialog(before, OWN_ID)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    write(qtbot, field(dialog, "Name"), "Anna's & Bob's")
    write(qtbot, field(dialog, "Save to"), "/mnt/big")
    write(qtbot, field(dialog, "Port"), "0")
    button(dialog, "Nobody").click()
    assert saved(qtbot, dialog) == msgspec.structs.replace(
        before,
        device_name="Anna's & Bob's",
        download_folder="/mnt/big",
        port=0,
        visibility=Visibility.NOBODY,
    )


def test_an_empty_field_means_its_default(qtbot: QtBot, dialog: SettingsDialog) -> None:
    assert field(dialog, "Name").placeholderText() == host_name()
    for name in ("Name", "Save to", "Port"):
        write(qtbot, field(dialog, name), "")
    settings = saved(qtbot, dialog)
    assert settings.device_name == host_name()
    assert settings.download_folder == Settings().download_folder
    assert settings.port == DEFAULT_PORT


@pytest.mark.parametrize(
    ("name", "wrong", "advice", "right"),
    [
        ("Save to", "Downloads", "whole path", "/tmp"),
        ("Port", "70000", "0 to 65535", "7000"),
        ("Send at most", "0.01", "0.1 MB/s or more", "0.1"),
        ("Receive at most", "0,099999", "0.1 MB/s or more", ""),
    ],
)
def test_what_cannot_be_is_said_and_not_saved(
    qtbot: QtBot, dialog: SettingsDialog, name: str, wrong: str, advice: str, right: str
) -> None:
    write(qtbot, field(dialog, name), wrong)
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any(advice in each for each in said)
    assert not button(dialog, "Save").isEnabled()
    write(qtbot, field(dialog, name), right)
    assert button(dialog, "Save").isEnabled()


def test_what_is_wrong_takes_no_room_from_the_rest(qtbot: QtBot, dialog: SettingsDialog) -> None:
    write(qtbot, field(dialog, "Port"), "70000")
    for label in dialog.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_the_visibility_is_shown(qtbot: QtBot) -> None:
    for visibility, words in (
        (Visibility.EVERYONE, "Everyone nearby"),
        (Visibility.TRUSTED, "Trusted devices only"),
        (Visibility.NOBODY, "Nobody"),
    ):
        dialog = SettingsDialog(msgspec.structs.replace(NOW, visibility=visibility), OWN_ID)
        qtbot.addWidget(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        choice = button(dialog, words)
        assert isinstance(choice, QRadioButton)
        assert choice.isChecked()
        assert saved(qtbot, dialog).visibility is visibility


@pytest.mark.parametrize(("code", "written"), [("en", "26,711"), ("de", "26.711")])
def test_a_port_has_no_thousands_in_any_language(
    qtbot: QtBot, speak: Callable[[str], str], code: str, written: str
) -> None:
    speak(code)
    dialog = SettingsDialog(NOW, OWN_ID)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    port = dialog._port
    write(qtbot, port, written)
    assert port.text() == "26711"
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.accept()
    assert chosen.args[0].port == 26711


@pytest.mark.parametrize(("code", "written"), [("en", "1.5"), ("de", "1,5"), ("ar", "1.5")])
def test_limits_are_written_as_in_the_language(
    qtbot: QtBot, speak: Callable[[str], str], code: str, written: str
) -> None:
    speak(code)
    dialog = SettingsDialog(msgspec.structs.replace(NOW, send_limit=1_500_000), OWN_ID)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    assert dialog._send_limit.text() == written
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.accept()
    assert chosen.args[0].send_limit == 1_500_000


def test_the_language_is_chosen_by_its_own_name(qtbot: QtBot, dialog: SettingsDialog) -> None:
    (languages,) = (
        each for each in dialog.findChildren(QComboBox) if each.accessibleName() == "Language"
    )
    assert languages.currentText() == "As the system"
    languages.setCurrentText("Deutsch")
    assert saved(qtbot, dialog).language == "de"
    again = SettingsDialog(msgspec.structs.replace(NOW, language="de"), OWN_ID)
    qtbot.addWidget(again)
    assert again._language.currentText() == "Deutsch"


def test_notifications_and_the_close_button_are_chosen(
    qtbot: QtBot, dialog: SettingsDialog
) -> None:
    button(dialog, "Show notifications").click()
    (box,) = (
        each for each in dialog.findChildren(QComboBox) if each.accessibleName() == "When closed"
    )
    assert box.currentText() == "Ask"
    box.setCurrentText("Keep running in the tray")
    settings = saved(qtbot, dialog)
    assert not settings.notifications
    assert settings.when_closed is WhenClosed.HIDE


@pytest.mark.parametrize(
    ("written", "rate"),
    [("1.5", 1_500_000), ("1,5", 1_500_000), ("20", 20_000_000), ("", 0), ("0", 0), (".", 0)],
)
def test_limits_are_written_in_megabytes(
    qtbot: QtBot, dialog: SettingsDialog, written: str, rate: int
) -> None:
    write(qtbot, field(dialog, "Send at most"), written)
    assert saved(qtbot, dialog) == msgspec.structs.replace(NOW, send_limit=rate)


def test_a_limit_takes_nothing_but_a_number(qtbot: QtBot, dialog: SettingsDialog) -> None:
    write(qtbot, field(dialog, "Receive at most"), "-1.5e3 MB/s")
    assert field(dialog, "Receive at most").text() == "1.53"
    assert saved(qtbot, dialog).receive_limit == 1_530_000


def test_limits_that_were_set_to_the_byte_stay_so(
    new: Callable[[Settings], SettingsDialog], qtbot: QtBot
) -> None:
    exact = msgspec.structs.replace(NOW, send_limit=1_234_567, receive_limit=100_000)
    dialog = new(exact)
    assert field(dialog, "Send at most").text() == "1.234567"
    assert field(dialog, "Receive at most").text() == "0.1"
    assert saved(qtbot, dialog) == exact


# While everyone may ask for some minutes ----------------------------------------------------------

UNDER_TRUSTED = msgspec.structs.replace(NOW, visibility=Visibility.TRUSTED)


@pytest.fixture
def new(qtbot: QtBot) -> Callable[[Settings], SettingsDialog]:
    def new(settings: Settings) -> SettingsDialog:
        dialog = SettingsDialog(settings, OWN_ID)
        qtbot.addWidget(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    return new


@pytest.fixture
def open_for_a_while(new: Callable[[Settings], SettingsDialog]) -> SettingsDialog:
    dialog = new(UNDER_TRUSTED)
    dialog.show_visible(Visible(Visibility.EVERYONE, 540))
    return dialog


def checked(dialog: SettingsDialog) -> list[str]:
    radios = dialog.findChildren(QRadioButton)
    return [each.text().replace("&", "") for each in radios if each.isChecked()]


def test_what_is_in_force_is_shown_second_by_second(open_for_a_while: SettingsDialog) -> None:
    (words,) = checked(open_for_a_while)
    assert words == "Everyone for 9 min, then trusted devices only"
    open_for_a_while.show_visible(Visible(Visibility.EVERYONE, 30))
    (words,) = checked(open_for_a_while)
    assert "30 s" in words


def test_other_settings_leave_the_while_alone(
    qtbot: QtBot, open_for_a_while: SettingsDialog
) -> None:
    write(qtbot, field(open_for_a_while, "Name"), "Other")
    with qtbot.assertNotEmitted(open_for_a_while.visibility_chosen):
        settings = saved(qtbot, open_for_a_while)
    assert settings == msgspec.structs.replace(UNDER_TRUSTED, device_name="Other")


@pytest.mark.parametrize(
    ("words", "visibility"),
    [
        ("Trusted devices only", Visibility.TRUSTED),
        ("Everyone nearby", Visibility.EVERYONE),
        ("Nobody", Visibility.NOBODY),
    ],
)
def test_another_choice_ends_the_while(
    qtbot: QtBot, open_for_a_while: SettingsDialog, words: str, visibility: Visibility
) -> None:
    button(open_for_a_while, words).click()
    with qtbot.waitSignal(open_for_a_while.visibility_chosen) as chosen:
        assert saved(qtbot, open_for_a_while).visibility is visibility
    assert chosen.args == [visibility]


def test_when_the_while_is_over_the_dialog_says_so(
    qtbot: QtBot, open_for_a_while: SettingsDialog
) -> None:
    open_for_a_while.show_visible(Visible(Visibility.TRUSTED))
    assert checked(open_for_a_while) == ["Trusted devices only"]
    with qtbot.assertNotEmitted(open_for_a_while.visibility_chosen):
        assert saved(qtbot, open_for_a_while) == UNDER_TRUSTED


def test_what_was_chosen_meanwhile_stays_chosen(
    qtbot: QtBot, open_for_a_while: SettingsDialog
) -> None:
    button(open_for_a_while, "Nobody").click()
    open_for_a_while.show_visible(Visible(Visibility.EVERYONE, 20))
    open_for_a_while.show_visible(Visible(Visibility.TRUSTED))
    assert checked(open_for_a_while) == ["Nobody"]


def test_without_a_while_there_is_no_such_choice(dialog: SettingsDialog) -> None:
    dialog.show_visible(Visible(Visibility.EVERYONE))
    visible = [each for each in dialog.findChildren(QRadioButton) if each.isVisible()]
    assert len(visible) == len(Visibility)
    assert checked(dialog) == ["Everyone nearby"]


def test_cancelling_changes_nothing(qtbot: QtBot, dialog: SettingsDialog) -> None:
    write(qtbot, field(dialog, "Name"), "Other")
    with qtbot.assertNotEmitted(dialog.chosen):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_whole_id_can_be_copied(qtbot: QtBot, dialog: SettingsDialog) -> None:
    qtbot.mouseClick(button(dialog, "Copy the whole device id"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == OWN_ID


def test_every_field_is_named_for_a_screen_reader(dialog: SettingsDialog) -> None:
    names = {line.accessibleName() for line in dialog.findChildren(QLineEdit)}
    assert names == {"Name", "Save to", "Port", "Try again for"} | {
        "Send at most",
        "Receive at most",
    }
    for each in dialog.findChildren(QAbstractButton):
        assert each.text() or each.accessibleName()


# Interrupted transfers ----------------------------------------------------------------------------


@pytest.mark.parametrize(("written", "minutes"), [("30", 30), ("0", 0), ("", 10)])
def test_how_long_a_lost_connection_is_tried_again(
    qtbot: QtBot, dialog: SettingsDialog, written: str, minutes: int
) -> None:
    assert field(dialog, "Try again for").text() == "10"
    write(qtbot, field(dialog, "Try again for"), written)
    assert saved(qtbot, dialog).retry_minutes == minutes


def leftover(title: str, size: int) -> Leftover:
    transfer = receiving(offer("Anna"), Stage.INTERRUPTED)
    transfer.title = title
    return Leftover(transfer, Path("/home/bob/Downloads"), size)


def test_part_files_are_listed_with_their_size_and_can_be_discarded(
    qtbot: QtBot, dialog: SettingsDialog
) -> None:
    (part_files,) = dialog.findChildren(LeftoverList)
    assert part_files.isHidden()
    click(qtbot, dialog, "This computer")
    small, large = leftover("notes", 1_000), leftover("<b>video</b>.mkv", 1_200_000_000)
    dialog.show_leftovers((small, large))
    said = [label.text() for label in part_files.findChildren(QLabel) if label.isVisible()]
    assert said[1:] == [
        "<b>video</b>.mkv  ← \u2068Anna\u2069",
        "1.2 GB",
        "notes  ← \u2068Anna\u2069",
        "1.0 kB",
    ]
    with qtbot.waitSignal(dialog.discard_wanted) as wanted:
        click(qtbot, dialog, "Discard the part files of \u2068notes\u2069")
    assert wanted.args == [small.transfer]
    dialog.show_leftovers((large,))
    assert len(part_files.findChildren(IconButton)) >= 1
    dialog.show_leftovers(())
    assert part_files.isHidden()


def test_many_part_files_scroll(dialog: SettingsDialog) -> None:
    before = dialog.height()
    dialog.show_leftovers([leftover(f"T{number}", number) for number in range(100)])
    assert dialog.height() < before + 200


# This computer ------------------------------------------------------------------------------------

START = "Start with the computer, in the background"
MENUS = "“Send with desktopxfer” in the file manager"


def test_what_the_computer_does_by_itself_is_shown_once_it_is_known(
    qtbot: QtBot, dialog: SettingsDialog
) -> None:
    assert not button(dialog, START).isEnabled()
    dialog.show_integrated(Integrated(starts_at_login=True, is_in_menus=False))
    assert button(dialog, START).isEnabled()
    assert button(dialog, START).isChecked()
    assert not button(dialog, MENUS).isChecked()
    with qtbot.assertNotEmitted(dialog.integration_chosen):
        saved(qtbot, dialog)


def test_only_another_choice_changes_the_computer(qtbot: QtBot, dialog: SettingsDialog) -> None:
    dialog.show_integrated(Integrated(starts_at_login=True, is_in_menus=False))
    button(dialog, START).click()
    button(dialog, MENUS).click()
    dialog.show_integrated(Integrated(starts_at_login=True, is_in_menus=False))
    with qtbot.waitSignal(dialog.integration_chosen) as chosen:
        saved(qtbot, dialog)
    assert chosen.args == [Integrated(starts_at_login=False, is_in_menus=True)]


def test_saving_before_it_is_known_changes_nothing(qtbot: QtBot, dialog: SettingsDialog) -> None:
    with qtbot.assertNotEmitted(dialog.integration_chosen):
        saved(qtbot, dialog)
