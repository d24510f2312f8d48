/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pango/pangocairo.h>
#include <string.h>

#include "mq-sheet.h"
#include "page-fixture.h"

/* A book with one of everything, as somebody would write it. */
static Book *
sample_book (void)
{
  Book *book = book_new ();
  const double shares[] = { 8, 40, 26, 26 };
  const char *const head[] = { "م", "المساهم", "عدد الأسهم", "النسبة من رأس المال" };
  const char *const rows[][4] = {
    { "١", "الشركة القابضة للاتصالات وتقنية المعلومات (ICT Holding)، جمهورية مصر العربية", "٢٬٥٠٠٬٠٠٠",
      "٥٠٪" },
    { "٢", "وزارة الاتصالات، جمهورية العراق", "١٬٢٥٠٬٠٠٠", "٢٥٪" },
    { "٣", "مساهمون آخرون", "١٬٢٥٠٬٠٠٠", "٢٥٪" },
  };
  const char *const sums[] = { "", "المجموع", "٥٬٠٠٠٬٠٠٠", "١٠٠٪" };
  const char *const boxes[] = { "عن الطرف المصري\nالاسم: ", "عن الطرف العراقي\nالاسم: " };

  book_add (book, MQ_LOOK_TITLE, NULL,
            "مقترح تأسيس الشركة المصرية العراقية لمشروعات التحول الرقمي وأتمتة الخدمات");
  book_add (book, MQ_LOOK_SUBTITLE, NULL, "شركة مساهمة مختلطة في جمهورية العراق");
  book_add (book, MQ_LOOK_COVER_FACT, "رقم المرجع", "م‌ق/٢٠٢٦/١٤ (REF-2026/014)");
  book_add (book, MQ_LOOK_COVER_FACT, "التاريخ", "٢٤ تشرين الثاني (نوفمبر) ٢٠٢٦");
  book_add (book, MQ_LOOK_CONTENTS, NULL, "قائمة المحتويات");
  book_add (book, MQ_LOOK_ENTRY_PART, "٣", "رأس المال");
  book_add (book, MQ_LOOK_ENTRY_ARTICLE, "٣", "المادة (١) – رأس المال المصرح به والمدفوع");
  book_add (book, MQ_LOOK_PART, NULL, "الباب الخامس\nرأس المال والمساهمون");
  book_add (book, MQ_LOOK_ARTICLE, NULL, "المادة (١٢) – رأس المال المصرح به");
  guint para = book_add (book, MQ_LOOK_PARA, NULL,
            "يكون رأس مال الشركة المصرح به مبلغاً قدره عشرة مليارات دينار عراقي (١٠٬٠٠٠٬٠٠٠٬٠٠٠ "
            "د.ع)، موزعاً على خمسة ملايين سهم متساوية القيمة، ويجوز زيادته بقرار من الهيئة العامة "
            "وفق أحكام قانون الشركات رقم (٢١) لسنة ١٩٩٧ المعدل، وبما لا يخلّ بحقوق المساهمين المنصوص "
            "عليها في المادة (١٤) من هذا العقد، ومع مراعاة معيار ISO/IEC 27001 والمادة ............ "
            "من القانون.");
  book_add (book, MQ_LOOK_PARA, NULL, "يسدد المساهمون حصصهم النقدية على النحو الآتي:");
  book_add (book, MQ_LOOK_ITEM, "(أ)",
            "نسبة (٢٥٪) خمس وعشرون في المائة عند الاكتتاب، تودع في حساب الشركة تحت التأسيس لدى مصرف "
            "معتمد في جمهورية العراق.");
  book_add (book, MQ_LOOK_ITEM, "(ب)",
            "الباقي خلال مدة لا تتجاوز أربع سنوات من تاريخ التأسيس؛ والبريد للتبليغ: "
            "legal.department@iraqi-egyptian-company.example.org وهو عنوان طويل.");
  book_add (book, MQ_LOOK_SUBITEM, "-",
            "بند فرعي فيه كلمة كردية: ڕێککەوتننامە، وكلمة مشكولة: مُقتَرَحٌ.");
  book_add (book, MQ_LOOK_ARTICLE, NULL, "المادة (١٣) – حصص المساهمين");
  book_add (book, MQ_LOOK_PARA, NULL, "توزع أسهم الشركة على المساهمين وفق الجدول الآتي:");
  book_add_row (book, 1, MQ_BLOCK_HEAD, shares, 4, head);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint row = book_add_row (book, 1, i == 1 ? MQ_BLOCK_FILLED : 0, shares, 4, rows[i]);
      g_array_index (book->blocks, MqBlock, row).cells[2].ltr_align = TRUE;
      g_array_index (book->blocks, MqBlock, row).cells[3].ltr_align = TRUE;
    }
  guint total = book_add_row (book, 1, MQ_BLOCK_TOTAL, shares, 4, sums);
  g_array_index (book->blocks, MqBlock, total).cells[2].ltr_align = TRUE;
  g_array_index (book->blocks, MqBlock, total).cells[3].ltr_align = TRUE;
  book_add (book, MQ_LOOK_NOTE, NULL, "النسب مقربة إلى منزلتين عشريتين بطريقة أكبر باقٍ.");
  book_add (book, MQ_LOOK_RECORD_TITLE, NULL,
            "المشروع الأول: منصة الخدمات الحكومية الموحدة (e-Gov)");
  book_add (book, MQ_LOOK_RECORD_FIELD, "الجهة المستفيدة", "الأمانة العامة لمجلس الوزراء");
  book_add (book, MQ_LOOK_RECORD_FIELD, "النطاق",
            "تصميم المنصة وتطويرها وتشغيلها، وربطها بقواعد البيانات الوطنية، وتدريب موظفي الجهات "
            "المستفيدة على استخدامها مدة ثلاث سنوات.");
  book_add (book, MQ_LOOK_DEFINITION, "الشركة",
            "الشركة المصرية العراقية للتحول الرقمي، شركة مساهمة مختلطة، يكون مركزها الرئيس في مدينة "
            "بغداد ولها أن تفتح فروعاً داخل العراق وخارجه.");
  guint signature = book_add_row (book, 0, 0, (const double[]) { 1, 1 }, 2, boxes);
  g_array_index (book->blocks, MqBlock, signature).look = MQ_LOOK_SIGNATURE;
  g_array_index (book->blocks, MqBlock, signature).room = 70;
  for (guint i = 0; i < 2; i++)
    {
      MqCell *box = &g_array_index (book->blocks, MqBlock, signature).cells[i];

      box->x += MQ_BOX_X - MQ_CELL_X;
      box->width -= 2 * (MQ_BOX_X - MQ_CELL_X);
    }

  MqBlock *block = &g_array_index (book->blocks, MqBlock, para);
  const char *blank = strstr (block->cells[0].text, "............");
  MqSpan span = { (guint) (blank - block->cells[0].text), (guint) (blank - block->cells[0].text) + 12,
                  MQ_SPAN_BLANK, NULL };
  block->cells[0].spans = g_array_new (FALSE, FALSE, sizeof (MqSpan));
  g_array_append_val (block->cells[0].spans, span);
  book_layout (book);
  return book;
}

static void
draw_run (const MqGlyphRun *run, gpointer cr)
{
  mq_sheet_run (cr, run);
}

static cairo_surface_t *
paint (Book *book, guint page)
{
  const double scale = 1.6;
  int width = (int) (mq_paper_a4.width * scale), height = (int) (mq_paper_a4.height * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MqPiece));

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  mq_pages_pieces (book->blocks, book->pages, &mq_paper_a4, page, pieces);
  mq_sheet_rules (cr, &mq_paper_a4, pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      const MqPiece *piece = &g_array_index (pieces, MqPiece, i);
      double colour[3];

      mq_sheet_colour (piece->block->look, colour);
      cairo_set_source_rgb (cr, colour[0], colour[1], colour[2]);
      mq_sheet_runs (&mq_paper_a4, piece, draw_run, cr);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Ink outside of the margins: nothing may stand out of the measure. */
static guint
ink_in_margins (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int margin = (int) ((mq_paper_a4.margin_x - 6) / mq_paper_a4.width * width);
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint n = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (x < margin || x >= width - margin)
        n += (((const guint32 *)(data + y * cairo_image_surface_get_stride (surface)))[x] & 0xFFFFFF)
             != 0xFFFFFF;
  return n;
}

static void
test_paint (void)
{
  g_autoptr (Book) book = sample_book ();
  const char *folder = g_getenv ("MQ_TEST_PICTURES");

  g_assert_cmpuint (book->pages->len, >=, 3);
  g_assert_cmpuint (mq_shaper_n_missing (book->shaper), ==, 0);
  for (guint page = 0; page < book->pages->len; page++)
    {
      cairo_surface_t *surface = paint (book, page);

      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpuint (ink_in_margins (surface), ==, 0);
      if (folder != NULL)
        {
          g_autofree char *name = g_strdup_printf ("%s/sheet-%u.png", folder, page + 1);
          cairo_surface_write_to_png (surface, name);
        }
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/paint", test_paint);
  return g_test_run ();
}
