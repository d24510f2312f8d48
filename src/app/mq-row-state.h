/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-check.h"
#include "mq-house.h"

/* The rules of a form's row, without widgets: what it shows for a value, whether it is asked for, read-only or hidden,
 * and what a typed text means.  The widgets only push this to the screen.
 *
 * A row is a fact (`capital/authorised`) or a cell of a table (`capital/shareholders/ROW/cash`): the same rules. */

G_BEGIN_DECLS

/**
 * MqRowState:
 * @field: what the fact is
 * @label: its label
 * @help: (nullable): its help
 * @value: (nullable): the neutral value; %NULL: empty
 * @text: what the row shows while it is not being edited; "" when empty
 * @note: (nullable): what stands under it: the amount in words, the date in words
 * @unit: (nullable): what stands after it: the currency, ٪, days
 * @needed: whether it is asked for now
 * @missing: whether it is asked for and empty
 * @read_only: whether it is computed or fixed
 * @hidden: whether it is not asked for now and can be left out of sight
 */
typedef struct {
  const MqField *field;
  char *label, *help, *value, *text, *note, *unit;
  gboolean needed, missing, read_only, hidden;
} MqRowState;

void     mq_row_state_read  (MqRowState *state, MqDraft *draft, const MqHouse *house, const char *path);
void     mq_row_state_clear (MqRowState *state);

/* a value as a row shows it, without the rest of the state */
char    *mq_row_text        (MqDraft *draft, const MqHouse *house, const MqField *field, const char *value);
/* the label of a row of a table: by the column that `shows` names, else by its first columns that hold something */
char    *mq_row_title       (MqDraft *draft, const MqHouse *house, const char *row_path, const char *shows);

/* Reads what was typed.  TRUE: @value is the neutral value, or NULL for none; FALSE: @problem says why not.  Nothing is
 * set. */
gboolean mq_row_read        (MqDraft *draft, const MqField *field, const char *path, const char *typed,
                             char **value, MqProblem **problem);

/* What can be picked: tokens and labels side by side, NULL-terminated.  The first is "" (nothing) when @empty. */
typedef struct {
  GPtrArray *tokens;            /* char * */
  GPtrArray *labels;            /* char *, NULL-terminated */
} MqChoices;

void     mq_choices_read    (MqChoices *choices, MqDraft *draft, const MqHouse *house, const MqField *field,
                             gboolean empty);
void     mq_choices_clear   (MqChoices *choices);
gboolean mq_choices_equal   (const MqChoices *a, const MqChoices *b);
guint    mq_choices_find    (const MqChoices *choices, const char *token);      /* G_MAXUINT: not among them */

G_END_DECLS
