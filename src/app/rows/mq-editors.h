/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-editor.h"

/* The final types of editor; which one edits what is said in mq-editor.c. */

G_BEGIN_DECLS

/* one line of text, a day of the year, the name of a file */
#define MQ_TYPE_TEXT_EDITOR (mq_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (MqTextEditor, mq_text_editor, MQ, TEXT_EDITOR, MqEditor)

/* an amount, a number, a percentage: figures with what they count behind them */
#define MQ_TYPE_NUMBER_EDITOR (mq_number_editor_get_type ())
G_DECLARE_FINAL_TYPE (MqNumberEditor, mq_number_editor, MQ, NUMBER_EDITOR, MqEditor)

/* a date, typed or picked from a calendar */
#define MQ_TYPE_DATE_EDITOR (mq_date_editor_get_type ())
G_DECLARE_FINAL_TYPE (MqDateEditor, mq_date_editor, MQ, DATE_EDITOR, MqEditor)

/* an option, or a row of another table */
#define MQ_TYPE_CHOICE_EDITOR (mq_choice_editor_get_type ())
G_DECLARE_FINAL_TYPE (MqChoiceEditor, mq_choice_editor, MQ, CHOICE_EDITOR, MqEditor)

/* yes, no, or not answered yet */
#define MQ_TYPE_BOOL_EDITOR (mq_bool_editor_get_type ())
G_DECLARE_FINAL_TYPE (MqBoolEditor, mq_bool_editor, MQ, BOOL_EDITOR, MqEditor)

/* one paragraph */
#define MQ_TYPE_PARA_EDITOR (mq_para_editor_get_type ())
G_DECLARE_FINAL_TYPE (MqParaEditor, mq_para_editor, MQ, PARA_EDITOR, MqEditor)

/* paragraphs or items, each in a field of its own, added, removed and moved */
#define MQ_TYPE_LINES_EDITOR (mq_lines_editor_get_type ())
G_DECLARE_FINAL_TYPE (MqLinesEditor, mq_lines_editor, MQ, LINES_EDITOR, MqEditor)

/* a paragraph with marked terms, values and references in it, shown as chips */
#define MQ_TYPE_INLINE_EDITOR (mq_inline_editor_get_type ())
G_DECLARE_FINAL_TYPE (MqInlineEditor, mq_inline_editor, MQ, INLINE_EDITOR, MqEditor)

/* what is computed: shown, not edited */
#define MQ_TYPE_COMPUTED_EDITOR (mq_computed_editor_get_type ())
G_DECLARE_FINAL_TYPE (MqComputedEditor, mq_computed_editor, MQ, COMPUTED_EDITOR, MqEditor)

G_END_DECLS
