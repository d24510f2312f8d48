/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-problem.h"

#include <string.h>

#define IN(word) "\u2068" word "\u2069"

static void
test_sentences (void)
{
  static const struct {
    MqProblemCode code;
    const char *subject, *detail, *sentence;
  } rows[] = {
    { MQ_PROBLEM_FACT_EMPTY, "Title", NULL, "The field “" IN ("Title") "” is empty." },
    { MQ_PROBLEM_NOT_A_DATE, "2026-02-30", NULL, "The date “" IN ("2026-02-30") "” does not exist." },
    { MQ_PROBLEM_MIXED_DIGITS, "1٢", NULL, "“" IN ("1٢") "” mixes two digit shapes." },
    { MQ_PROBLEM_TOO_MANY_DECIMALS, "1.234", NULL, "The amount has more decimals than the currency." },
    { MQ_PROBLEM_REFERENCE_TO_NOTHING, "gone", NULL, "The reference points to a deleted article." },
    { MQ_PROBLEM_NO_RATE, "USD", "IQD", "There is no exchange rate from " IN ("USD") " to " IN ("IQD") "." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MqProblem) problem = mq_problem_new (rows[i].code, rows[i].subject, rows[i].detail);
      g_autofree char *sentence = mq_problem_sentence (problem);
      g_autofree char *message = mq_problem_message (problem);

      g_assert_cmpstr (sentence, ==, rows[i].sentence);
      g_assert_cmpstr (message, ==, rows[i].sentence);
    }
}

/* Every code has a sentence of its own that ends, and a message that names the file. */
static void
test_every_code (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint code = 0; code < MQ_N_PROBLEMS; code++)
    {
      g_autoptr (MqProblem) problem = mq_problem_new ((MqProblemCode) code, code == MQ_PROBLEM_RULE ? "S." : "S",
                                                      "D");
      g_autofree char *message = NULL;
      char *sentence = mq_problem_sentence (problem);

      g_assert_true (g_str_has_suffix (sentence, "."));
      g_assert_null (strchr (sentence, '%'));
      g_assert_true (g_hash_table_add (seen, sentence));

      mq_problem_set_file (problem, "draft.muqtarah", 7);
      message = mq_problem_message (problem);
      g_assert_nonnull (strstr (message, IN ("draft.muqtarah")));
      g_assert_true (g_str_has_suffix (message, "."));
    }
}

static void
test_messages (void)
{
  static const struct {
    MqProblemCode code;
    int line;
    const char *detail, *message;
  } rows[] = {
    { MQ_PROBLEM_FILE_MISSING, 0, NULL, "Could not open “" IN ("a") "”: the file does not exist." },
    { MQ_PROBLEM_NOT_A_DRAFT, 1, NULL, "Could not open “" IN ("a") "”: it is not a Muqtarah draft." },
    { MQ_PROBLEM_FILE_TOO_LARGE, 0, "64 MiB",
      "Could not open “" IN ("a") "”: it is larger than " IN ("64 MiB") "." },
    { MQ_PROBLEM_DISK_FULL, 0, NULL, "Could not save “" IN ("a") "”: the disk is full." },
    { MQ_PROBLEM_DOCTYPE, 2, NULL,
      "Could not open “" IN ("a") "”: error on line 2. A document type declaration is not allowed." },
    { MQ_PROBLEM_GRAMMAR, 0, "no body",
      "Could not open “" IN ("a") "”: there is an error in it."
      " The draft does not follow its grammar: " IN ("no body") "." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MqProblem) problem = mq_problem_new (rows[i].code, NULL, rows[i].detail);
      g_autofree char *message = NULL;

      mq_problem_set_file (problem, "a", rows[i].line);
      message = mq_problem_message (problem);
      g_assert_cmpstr (message, ==, rows[i].message);
    }
}

static void
test_copy_and_report (void)
{
  g_autoptr (MqProblem) problem = mq_problem_new (MQ_PROBLEM_OUT_OF_RANGE, "5", "0 … 3");
  g_autoptr (MqProblem) copy = NULL;
  MqProblem *reported = NULL;

  problem->severity = MQ_SEVERITY_ADVICE;
  mq_problem_set_file (problem, "a", 3);
  mq_problem_set_path (problem, "capital/paid");
  mq_problem_set_path (problem, problem->path);
  copy = mq_problem_copy (problem);
  g_assert_true (copy->subject != problem->subject);
  g_assert_cmpint (copy->code, ==, MQ_PROBLEM_OUT_OF_RANGE);
  g_assert_cmpint (copy->severity, ==, MQ_SEVERITY_ADVICE);
  g_assert_cmpstr (copy->subject, ==, "5");
  g_assert_cmpstr (copy->detail, ==, "0 … 3");
  g_assert_cmpstr (copy->file, ==, "a");
  g_assert_cmpint (copy->line, ==, 3);
  g_assert_cmpstr (copy->path, ==, "capital/paid");

  g_assert_false (mq_problem_report (NULL, mq_problem_new (MQ_PROBLEM_DOCTYPE, NULL, NULL)));
  g_assert_false (mq_problem_report (&reported, mq_problem_new (MQ_PROBLEM_DOCTYPE, NULL, NULL)));
  g_assert_cmpint (reported->code, ==, MQ_PROBLEM_DOCTYPE);
  mq_problem_free (reported);
  mq_problem_free (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problem/sentences", test_sentences);
  g_test_add_func ("/problem/every-code", test_every_code);
  g_test_add_func ("/problem/messages", test_messages);
  g_test_add_func ("/problem/copy-and-report", test_copy_and_report);

  return g_test_run ();
}
