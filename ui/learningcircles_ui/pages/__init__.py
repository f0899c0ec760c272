"""The pages of the window, in the order of the menu. A page whose records do not exist yet is not here."""

from __future__ import annotations

from learningcircles_ui.pages.base import Page
from learningcircles_ui.pages.community import CommunityPage
from learningcircles_ui.pages.exchanges import ExchangesPage
from learningcircles_ui.pages.learning import LearningPage
from learningcircles_ui.pages.meetups import MeetupsPage
from learningcircles_ui.pages.people import PeoplePage
from learningcircles_ui.pages.settings_page import SettingsPage
from learningcircles_ui.pages.share import SharePage
from learningcircles_ui.pages.today import TodayPage

PAGES: tuple[type[Page], ...] = (
    TodayPage, PeoplePage, ExchangesPage, MeetupsPage, LearningPage, CommunityPage, SharePage, SettingsPage,
)  # fmt: skip
