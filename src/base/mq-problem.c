/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-problem.h"

#include "mq-i18n.h"

/**
 * mq_problem_new:
 * @code: what is wrong
 * @subject: (nullable): the word, value or label the sentence names
 * @detail: (nullable): the second word of the sentence
 *
 * Returns: (transfer full): a problem that blocks, without a place
 */
MqProblem *
mq_problem_new (MqProblemCode code, const char *subject, const char *detail)
{
  MqProblem *problem;

  g_return_val_if_fail (code < MQ_N_PROBLEMS, NULL);

  problem = g_new0 (MqProblem, 1);
  problem->code = code;
  problem->severity = MQ_SEVERITY_BLOCK;
  problem->subject = g_strdup (subject);
  problem->detail = g_strdup (detail);

  return problem;
}

/**
 * mq_problem_copy:
 *
 * Returns: (transfer full): an independent copy
 */
MqProblem *
mq_problem_copy (const MqProblem *problem)
{
  MqProblem *copy;

  g_return_val_if_fail (problem != NULL, NULL);

  copy = mq_problem_new (problem->code, problem->subject, problem->detail);
  copy->severity = problem->severity;
  mq_problem_set_file (copy, problem->file, problem->line);
  mq_problem_set_path (copy, problem->path);

  return copy;
}

/**
 * mq_problem_free:
 * @problem: (nullable) (transfer full): a problem
 */
void
mq_problem_free (MqProblem *problem)
{
  if (problem == NULL)
    return;

  g_clear_pointer (&problem->file, g_free);
  g_clear_pointer (&problem->path, g_free);
  g_clear_pointer (&problem->subject, g_free);
  g_clear_pointer (&problem->detail, g_free);
  g_free (problem);
}

/**
 * mq_problem_set_file:
 * @file: (nullable): the file concerned, as a name to show
 * @line: line in @file, from 1, or 0 if it is not known
 */
void
mq_problem_set_file (MqProblem *problem, const char *file, int line)
{
  char *copy;

  g_return_if_fail (problem != NULL);

  copy = g_strdup (file);
  g_free (problem->file);
  problem->file = copy;
  problem->line = line;
}

/**
 * mq_problem_set_path:
 * @path: (nullable): the path of the fact, or the id of the block, that is concerned
 */
void
mq_problem_set_path (MqProblem *problem, const char *path)
{
  char *copy;

  g_return_if_fail (problem != NULL);

  copy = g_strdup (path);
  g_free (problem->path);
  problem->path = copy;
}

/**
 * mq_problem_report:
 * @out: (out) (optional): where the caller wants the problem
 * @problem: (transfer full): the problem
 *
 * Returns: always %FALSE, for the function that failed to return
 */
gboolean
mq_problem_report (MqProblem **out, MqProblem *problem)
{
  g_return_val_if_fail (problem != NULL, FALSE);

  if (out != NULL)
    *out = problem;
  else
    mq_problem_free (problem);

  return FALSE;
}

/* What is put into a sentence is isolated from it, lest a name or figure rearrange the Arabic. */
static char *
isolate (const char *text)
{
  return g_strconcat ("\u2068", text != NULL ? text : "", "\u2069", NULL);
}

/**
 * mq_problem_sentence:
 *
 * The sentence that says what is wrong, in the interface's language, without the place.  Words put into it
 * are isolated (U+2068 … U+2069).
 *
 * Returns: (transfer full): one sentence with its full stop
 */
char *
mq_problem_sentence (const MqProblem *problem)
{
  g_autofree char *subject = NULL, *detail = NULL;

  g_return_val_if_fail (problem != NULL, NULL);

  subject = isolate (problem->subject);
  detail = isolate (problem->detail);

  switch (problem->code)
    {
    case MQ_PROBLEM_FILE_MISSING:
      return g_strdup (_("The file does not exist."));
    case MQ_PROBLEM_FILE_NOT_READABLE:
      return g_strdup_printf (_("The file cannot be read: %s."), detail);
    case MQ_PROBLEM_FILE_NOT_WRITABLE:
      return g_strdup_printf (_("The file cannot be written: %s."), detail);
    case MQ_PROBLEM_DISK_FULL:
      return g_strdup (_("The disk is full."));
    case MQ_PROBLEM_NO_PERMISSION:
      return g_strdup (_("There is no permission to write in the folder."));
    case MQ_PROBLEM_FOLDER_MISSING:
      return g_strdup (_("The folder does not exist any more."));
    case MQ_PROBLEM_FILE_EXISTS:
      return g_strdup (_("A file with this name exists."));
    case MQ_PROBLEM_FILE_TOO_LARGE:
      return g_strdup_printf (_("The file is larger than %s."), detail);
    case MQ_PROBLEM_DRAFT_TOO_LARGE:
      return g_strdup (_("The draft is larger than what can be opened again."));
    case MQ_PROBLEM_NOT_XML:
      return g_strdup_printf (_("The file is not well-formed XML: %s."), detail);
    case MQ_PROBLEM_NOT_A_DRAFT:
      return g_strdup (_("The file is not a Muqtarah draft."));
    case MQ_PROBLEM_NOT_AN_EXPORT:
      return g_strdup (_("The file is not a PDF that this program exported: there is no draft in it."));
    case MQ_PROBLEM_DOCTYPE:
      return g_strdup (_("A document type declaration is not allowed."));
    case MQ_PROBLEM_ENTITY:
      return g_strdup_printf (_("The entity “%s” is not allowed."), subject);
    case MQ_PROBLEM_TOO_DEEP:
      return g_strdup_printf (_("Elements are nested deeper than %s."), detail);
    case MQ_PROBLEM_TOO_MANY_NODES:
      return g_strdup_printf (_("The file holds more than %s nodes."), detail);
    case MQ_PROBLEM_TOO_WIDE:
      return g_strdup_printf (_("The element “%s” holds more parts than can be read."), subject);
    case MQ_PROBLEM_TEXT_TOO_LONG:
      return g_strdup_printf (_("The text of one element or attribute is longer than %s."), detail);
    case MQ_PROBLEM_NEWER_FORMAT:
      return g_strdup_printf (_("The draft is in the newer format %s."), subject);
    case MQ_PROBLEM_UNKNOWN_KIND:
      return g_strdup_printf (_("The kind of proposal “%s” is not known."), subject);
    case MQ_PROBLEM_GRAMMAR:
      return g_strdup_printf (_("The draft does not follow its grammar: %s."), detail);
    case MQ_PROBLEM_DUPLICATE_ID:
      return g_strdup_printf (_("The identifier “%s” occurs twice."), subject);
    case MQ_PROBLEM_UNKNOWN_PATH:
      return g_strdup_printf (_("There is no field “%s”."), subject);
    case MQ_PROBLEM_UNKNOWN_COLUMN:
      return g_strdup_printf (_("There is no column “%s”."), subject);
    case MQ_PROBLEM_READ_ONLY:
      return g_strdup_printf (_("The field “%s” is read-only."), subject);
    case MQ_PROBLEM_NOT_A_NUMBER:
      return g_strdup_printf (_("“%s” is not a number."), subject);
    case MQ_PROBLEM_NOT_AN_AMOUNT:
      return g_strdup_printf (_("“%s” is not an amount."), subject);
    case MQ_PROBLEM_TOO_MANY_DECIMALS:
      return g_strdup (_("The amount has more decimals than the currency."));
    case MQ_PROBLEM_NOT_A_DATE:
      return g_strdup_printf (_("The date “%s” does not exist."), subject);
    case MQ_PROBLEM_NOT_A_CHOICE:
      return g_strdup_printf (_("“%s” is not one of the choices."), subject);
    case MQ_PROBLEM_NOT_A_ROW:
      return g_strdup_printf (_("There is no row “%s”."), subject);
    case MQ_PROBLEM_NOT_ONE_LINE:
      return g_strdup (_("The text is longer than one line."));
    case MQ_PROBLEM_BAD_CHARACTER:
      return g_strdup (_("The text holds a character that cannot be stored."));
    case MQ_PROBLEM_BAD_INLINE:
      return g_strdup_printf (_("The text cannot be read: %s."), detail);
    case MQ_PROBLEM_MIXED_DIGITS:
      return g_strdup_printf (_("“%s” mixes two digit shapes."), subject);
    case MQ_PROBLEM_OUT_OF_RANGE:
      return g_strdup_printf (_("“%s” is outside the range %s."), subject, detail);
    case MQ_PROBLEM_TOO_LONG:
      return g_strdup_printf (_("The text is longer than %s characters."), detail);
    case MQ_PROBLEM_PATTERN:
      return g_strdup_printf (_("“%s” does not have the expected form."), subject);
    case MQ_PROBLEM_NOT_UNIQUE:
      return g_strdup_printf (_("“%s” is already in use."), subject);
    case MQ_PROBLEM_TOO_FEW_ROWS:
      return g_strdup_printf (_("The table “%s” has fewer rows than %s."), subject, detail);
    case MQ_PROBLEM_TOO_MANY_ROWS:
      return g_strdup_printf (_("The table “%s” has more rows than %s."), subject, detail);
    case MQ_PROBLEM_FACT_EMPTY:
      return g_strdup_printf (_("The field “%s” is empty."), subject);
    case MQ_PROBLEM_REFERENCE_TO_NOTHING:
      return g_strdup (_("The reference points to a deleted article."));
    case MQ_PROBLEM_TERM_UNDEFINED:
      return g_strdup_printf (_("The term “%s” is used but not defined."), subject);
    case MQ_PROBLEM_NO_RATE:
      return g_strdup_printf (_("There is no exchange rate from %s to %s."), subject, detail);
    case MQ_PROBLEM_REMAINDER:
      return g_strdup_printf (_("The division in “%s” leaves a remainder."), subject);
    case MQ_PROBLEM_LOOKALIKE:
      return g_strdup_printf (_("A letter of “%s” looks like an Arabic one and is another."), subject);
    case MQ_PROBLEM_TATWEEL:
      return g_strdup_printf (_("“%s” is stretched by a tatweel."), subject);
    case MQ_PROBLEM_DIRECTION_MARK:
      return g_strdup_printf (_("An invisible mark of direction stands in “%s”."), subject);
    case MQ_PROBLEM_RULE:
      return g_strdup (problem->subject != NULL ? problem->subject : "");
    case MQ_PROBLEM_FORMULA:
      return g_strdup_printf (_("The formula cannot be computed: %s."), detail);
    case MQ_PROBLEM_FONT_MISSING:
      return g_strdup_printf (_("The font “%s” is missing."), subject);
    case MQ_PROBLEM_EXPORT:
      return g_strdup_printf (_("The export did not succeed: %s."), detail);
    case MQ_PROBLEM_KIND_DATA:
      return g_strdup_printf (_("The program's data file “%s” cannot be used: %s."), subject, detail);
    case MQ_N_PROBLEMS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * mq_problem_message:
 *
 * What a message shows: what could not be done with which file, the line, and why.  Without a file it is the
 * sentence of mq_problem_sentence().
 *
 * Returns: (transfer full): one or two sentences
 */
char *
mq_problem_message (const MqProblem *problem)
{
  g_autofree char *sentence = NULL, *file = NULL, *subject = NULL, *detail = NULL;
  g_autofree char *line = NULL, *place = NULL;

  g_return_val_if_fail (problem != NULL, NULL);

  sentence = mq_problem_sentence (problem);
  if (problem->file == NULL)
    return g_steal_pointer (&sentence);

  file = isolate (problem->file);
  subject = isolate (problem->subject);
  detail = isolate (problem->detail);

  switch ((int) problem->code)
    {
    case MQ_PROBLEM_FILE_MISSING:
      return g_strdup_printf (_("Could not open “%s”: the file does not exist."), file);
    case MQ_PROBLEM_FILE_NOT_READABLE:
      return g_strdup_printf (_("Could not open “%s”: %s."), file, detail);
    case MQ_PROBLEM_FILE_EXISTS:
      return g_strdup_printf (_("Could not create “%s”: a file with this name exists."), file);
    case MQ_PROBLEM_FILE_TOO_LARGE:
      return g_strdup_printf (_("Could not open “%s”: it is larger than %s."), file, detail);
    case MQ_PROBLEM_NOT_A_DRAFT:
      return g_strdup_printf (_("Could not open “%s”: it is not a Muqtarah draft."), file);
    case MQ_PROBLEM_NOT_AN_EXPORT:
      return g_strdup_printf (_("Could not open “%s”: there is no draft in it, so it is not a PDF that this "
                                "program exported."), file);
    case MQ_PROBLEM_NEWER_FORMAT:
      return g_strdup_printf (_("Could not open “%s”: it comes from a newer version of the program."), file);
    case MQ_PROBLEM_FILE_NOT_WRITABLE:
      return g_strdup_printf (_("Could not save “%s”: %s."), file, detail);
    case MQ_PROBLEM_DRAFT_TOO_LARGE:
      return g_strdup_printf (_("Could not save “%s”: the draft is larger than what can be opened again."),
                              file);
    case MQ_PROBLEM_DISK_FULL:
      return g_strdup_printf (_("Could not save “%s”: the disk is full."), file);
    case MQ_PROBLEM_NO_PERMISSION:
      return g_strdup_printf (_("Could not save “%s”: no permission to write in the folder."), file);
    case MQ_PROBLEM_FOLDER_MISSING:
      return g_strdup_printf (_("Could not save “%s”: the folder does not exist any more."), file);
    case MQ_PROBLEM_FONT_MISSING:
      return g_strdup_printf (_("Could not export “%s”: the font “%s” is missing."), file, subject);
    case MQ_PROBLEM_EXPORT:
      return g_strdup_printf (_("Could not export “%s”: %s."), file, detail);
    default:
      break;
    }

  if (problem->line > 0)
    {
      line = g_strdup_printf ("%d", problem->line);
      place = g_strdup_printf (_("Could not open “%s”: error on line %s."), file, line);
    }
  else
    place = g_strdup_printf (_("Could not open “%s”: there is an error in it."), file);

  return g_strconcat (place, " ", sentence, NULL);
}
