/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mq-document.h"
#include "mq-row-state.h"

/* What edits one value: in a row of a form, or in a cell of a table.  There is one final type for each way of editing;
 * mq_editor_new() picks it by the type of the field.
 *
 * Both ways in short: the user types → mq_editor_typed() → the value is read (mq_row_read) → the document is told, or,
 * when the text is wrong, it stays where it is with its reason and goes no further.  The draft changed →
 * mq_editor_refresh() → the state is read (mq_row_state_read) → the class's show() pushes it to its widgets.
 *
 * signal "updated": the state or the error is another one */

G_BEGIN_DECLS

#define MQ_TYPE_EDITOR (mq_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (MqEditor, mq_editor, MQ, EDITOR, AdwBin)

/**
 * MqEditorClass:
 * @show: pushes @state to the widgets; @anew: its value is not the one that they show
 * @target: the widget that takes the focus and that assistive technology knows by the label of the field
 */
struct _MqEditorClass
{
  AdwBinClass parent_class;

  void       (*show)   (MqEditor *self, const MqRowState *state, gboolean anew);
  GtkWidget *(*target) (MqEditor *self);
};

MqEditor         *mq_editor_new      (const MqField *field, gboolean cell);
gboolean          mq_editor_is_wide  (const MqField *field);
gboolean          mq_editor_reads_whole (const MqField *field);

void              mq_editor_bind     (MqEditor *self, MqDocument *document, const char *path);
void              mq_editor_refresh  (MqEditor *self);
void              mq_editor_go_to    (MqEditor *self);
const MqRowState *mq_editor_state    (MqEditor *self);
const char       *mq_editor_error    (MqEditor *self);
const char       *mq_editor_path     (MqEditor *self);
GtkWidget        *mq_editor_target   (MqEditor *self);

/* for the classes */
MqDocument       *mq_editor_document (MqEditor *self);
gboolean          mq_editor_is_cell  (MqEditor *self);
void              mq_editor_typed    (MqEditor *self, const char *typed);
void              mq_editor_picked   (MqEditor *self, const char *value);

/* Latin text in a field of an Arabic form stands at the start like all other, and keeps its own direction. */
void              mq_editable_align  (GtkEditable *editable, gboolean at_end);

G_END_DECLS
