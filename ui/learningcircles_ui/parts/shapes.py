"""The shapes that a palette cannot say, as QSS. Buttons take their kind from the property `kind`."""

STYLE_SHEET = """
QPushButton, QToolButton {{ background: {surface}; color: {text}; border: 1px solid {line}; border-radius: 8px;
    padding: 5px 14px; min-height: {high}px; font-weight: 600; outline: none; }}
QPushButton:hover, QToolButton:hover {{ background: {hover}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; padding: 4px 13px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {soft}; }}
QPushButton[kind="main"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton[kind="main"]:hover {{ background: {accent}; border-color: {text}; }}
QPushButton[kind="main"]:focus {{ border: 4px double {on_accent}; padding: 2px 11px; }}
QPushButton[kind="main"]:disabled {{ background: {line}; border-color: {line}; color: {soft}; }}
QPushButton[kind="danger"] {{ color: {danger}; }}
QPushButton[kind="danger"]:disabled {{ color: {soft}; }}
QPushButton[kind="plain"], QToolButton[kind="plain"] {{ background: transparent; border-color: transparent; }}
QPushButton[kind="plain"]:hover, QToolButton[kind="plain"]:hover {{ background: {hover}; }}
QPushButton[kind="plain"]:focus, QToolButton[kind="plain"]:focus {{ border: 2px solid {accent}; }}
QPushButton[kind="door"] {{ background: {raised}; border-radius: 12px; padding: 0px; }}
QPushButton[kind="door"]:hover {{ background: {hover}; border-color: {accent}; }}
QPushButton[kind="door"]:focus {{ border: 2px solid {accent}; }}
QPushButton[kind="door"]:disabled {{ background: transparent; border-style: dashed; border-color: {edge}; }}
QPushButton[size="small"], QPushButton[size="small"]:focus {{ padding: 2px; min-height: {low}px; }}
QPushButton[kind="link"] {{ background: transparent; border: 2px solid transparent; color: {accent};
    padding: 1px; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {accent}; border-radius: 6px; }}
QPushButton:checked, QToolButton:checked {{ background: {accent_soft}; color: {accent}; border-color: {accent}; }}
QPushButton[kind="switcher"] {{ background: transparent; border: 2px solid transparent; color: {soft}; font-weight: 400;
    padding: 0px 2px; text-align: left; min-height: {low}px; }}
QPushButton[kind="switcher"]:hover {{ color: {text}; }}
QPushButton[kind="switcher"]:focus {{ border-color: {accent}; border-radius: 6px; }}
QToolButton[kind="eye"] {{ background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 0px;
    min-height: 0px; }}
QToolButton[kind="eye"]:focus {{ border-color: {accent}; }}
QFileDialog QToolButton {{ padding: 4px; min-height: 0; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QToolButton::menu-indicator {{ image: none; }}
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {{ background: {surface}; color: {text};
    border: 1px solid {line}; border-bottom-color: {edge}; border-radius: 8px; padding: 5px 9px;
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {soft}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ color: {soft}; }}
QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: {high}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
    border: 2px solid {accent}; padding: 4px 8px; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {{ border: 2px solid {danger};
    padding: 4px 8px; }}
QLineEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus {{ background: {danger_soft}; }}
QLineEdit[kind="bare"] {{ border: none; background: transparent; padding: 6px 2px; }}
QComboBox {{ combobox-popup: 0; padding-left: 7px; }}
QComboBox:focus {{ padding-left: 6px; }}
QComboBox QAbstractItemView, QListView[kind="floating"] {{ background: {raised}; border: 1px solid {edge};
    outline: none; }}
QComboBox::drop-down, QDateTimeEdit::drop-down {{ border: none; width: {arrow}px; }}
QDateTimeEdit::down-arrow {{ image: none; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 0px; }}
QCheckBox, QRadioButton {{ spacing: 9px; min-height: 24px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {tick}px; height: {tick}px; border: none; background: none; }}
QFrame[kind="card"] {{ background: {raised}; border: 1px solid {line}; border-radius: 10px; }}
QFrame[kind="card"][over="true"] {{ border-color: {edge}; }}
QFrame[kind="card"][wrong="true"] {{ background: {warn_soft}; border: 3px solid {warn}; }}
QFrame[kind="floating"] {{ background: {raised}; border: 1px solid {edge}; }}
QFrame[kind="field"] {{ background: {surface}; border: 1px solid {line}; border-bottom-color: {edge};
    border-radius: 8px; }}
QFrame[kind="field"][focused="true"] {{ border: 2px solid {accent}; }}
QFrame[kind="side"] {{ background: {side}; border: none; border-right: 1px solid {line}; }}
QFrame[kind="side"][rtl="true"] {{ border-right: none; border-left: 1px solid {line}; }}
QFrame[kind="bar"] {{ background: {side}; border: none; border-top: 1px solid {line}; }}
QFrame[kind="bar"] > QPushButton[kind="link"] {{ min-height: 0px; padding: 0px 1px; }}
QFrame[kind="toast"] {{ background: {text}; border-radius: 8px; }}
QFrame[kind="toast"] QLabel {{ color: {surface}; background: transparent; }}
QFrame[kind="toast"] QPushButton {{ background: transparent; border: 2px solid transparent; color: {surface};
    text-decoration: underline; padding: 0px 8px; min-height: {low}px; }}
QFrame[kind="toast"] QPushButton:focus {{ border-color: {surface}; }}
QFrame[kind="line"] {{ background: {line}; border: none; }}
QLabel[kind="paper"] {{ border: 1px solid {line}; }}
QLabel[kind="soft"] {{ color: {soft}; }}
QLabel[kind="wrong"] {{ color: {danger}; }}
QLabel[kind="section"] {{ color: {soft}; font-weight: 600; }}
QAbstractSpinBox QLineEdit {{ background: transparent; border: none; padding: 0px 9px; min-height: 0px; }}
QTableView, QListView, QTreeView {{ background: transparent; border: none; outline: none; }}
QDialog QTableView, QListView[kind="boxed"] {{ background: {surface}; border: 1px solid {line}; border-radius: 8px; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: transparent; color: {soft}; border: none; border-bottom: 1px solid {line};
    padding: 0px 10px; font-weight: 600; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ subcontrol-origin: padding; subcontrol-position: top center;
    width: {small}px; height: {small}px; }}
QHeaderView::up-arrow {{ image: url("{turn_up_drawn}"); }}
QHeaderView::down-arrow {{ image: url("{turn_down_drawn}"); }}
QMenu {{ background: {raised}; border: 1px solid {edge}; padding: 6px; icon-size: {icon}px; menu-scrollable: 1; }}
QMenu::item {{ padding: 7px 24px 7px 16px; border-radius: 6px; }}
QMenu::icon, QMenu::indicator {{ left: 8px; }}
QMenu::indicator:checked {{ image: url("{tick_drawn}"); width: {turn}px; height: {turn}px; }}
QMenu::right-arrow {{ image: url("{turn_right_drawn}"); width: {turn}px; height: {turn}px; }}
QMenu::left-arrow {{ image: url("{turn_left_drawn}"); width: {turn}px; height: {turn}px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {text}; }}
QMenu::item:disabled {{ color: {soft}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 6px 4px; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {edge}; padding: 2px 4px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar::handle {{ background: {line}; border-radius: 3px; min-height: 36px; min-width: 36px; }}
QScrollBar::handle:hover {{ background: {soft}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTabBar {{ font-weight: 600; qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {soft}; border: 2px solid transparent; border-radius: 8px;
    padding: 4px 12px; min-height: {high}px; margin-right: 4px; }}
QTabBar::tab:hover {{ background: {hover}; }}
QTabBar::tab:selected {{ background: {accent_soft}; color: {accent}; }}
QTabBar::tab:selected:focus {{ border-color: {accent}; }}
QSplitter::handle {{ background: transparent; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QDialog {{ background: {ground}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {raised}; }}
QCalendarWidget QToolButton {{ background: transparent; border: 1px solid transparent; padding: 2px 8px; }}
QCalendarWidget QToolButton:hover {{ background: {hover}; }}
QCalendarWidget QTableView {{ background: {raised}; border: none; selection-background-color: {accent};
    selection-color: {on_accent}; }}
QProgressBar {{ background: {line}; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}
"""
