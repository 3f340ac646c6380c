/* The parts of a letter, by whole parses of small ones: date, addressee, subject, when and who, focus, who signed. Names
 * are invented. */
#include "check.h"

/* What a case changes of the letter; the rest is as in WHOLE. */
typedef struct letter {
    const char *date, *address, *dear, *subject, *summary, *who, *focus, *signature;
} letter;

static const letter WHOLE = {
    "12 May 2021",
    "Ms Ada Quill\nDirector of Children's Services\nTown Hall",
    "Dear Ms Quill",
    "Focused visit to Ayton children's services",
    "This letter summarises the findings of a focused visit to Ayton children's services on 4 and 5 May 2021.",
    "Her Majesty's Inspectors for this visit were Bram Thorne and Cleo Vane.",
    "Inspectors looked at the local authority's arrangements for care leavers.",
    "Yours sincerely\n\nBram Thorne\nHer Majesty's Inspector"};

static void write_letter(check_words *text, letter made)
{
#define PART(name) (made.name ? made.name : WHOLE.name)
    check_add(text, "Ofsted\nPiccadilly Gate\nStore Street\nManchester\nM1 2WD\n\n%s\n\n%s\n\n%s\n\n%s\n\n", PART(date),
              PART(address), PART(dear), PART(subject));
    check_add(text, "%s %s\n\n%s\n\nFindings\n\nChildren are seen.\n\n%s\n", PART(summary), PART(who), PART(focus),
              PART(signature));
#undef PART
}

static void add_date(check_words *got, ofs_date date)
{
    check_add(got, "%04u-%02u-%02u", date.year, date.month, date.day);
}

static void add_person(check_words *got, ofs_person person)
{
    check_add_str(got, person.name);
    check_add(got, person.role.n ? " (" : "");
    check_add_str(got, person.role);
    check_add(got, person.role.n ? ")" : "");
}

/* One field of the report, then '!code' for each issue about it. */
static void add_field(check_words *got, const ofs_report *report, const char *field)
{
    if (!strcmp(field, "published"))
        add_date(got, report->published);
    else if (!strcmp(field, "addressee"))
        check_add_str(got, report->addressee);
    else if (!strcmp(field, "title"))
        check_add_str(got, report->title);
    else if (!strcmp(field, "authority"))
        check_add_str(got, report->authority.name);
    else if (!strcmp(field, "focus"))
        check_add_str(got, report->focus);
    else if (!strcmp(field, "lead_inspector"))
        add_person(got, report->lead_inspector);
    else if (!strcmp(field, "sections"))
        for (uint32_t i = 0; i < report->paragraph_count; i++) {
            check_add(got, "%s", i ? " | " : "");
            check_add_str(got, report->paragraphs[i].text);
        }
    for (uint32_t i = 0; !strcmp(field, "inspectors") && i < report->inspector_count; i++) {
        check_add(got, "%s", i ? ", " : "");
        add_person(got, report->inspectors[i]);
    }
    for (uint32_t i = 0; !strcmp(field, "inspection_periods") && i < report->inspection_period_count; i++) {
        check_add(got, "%s", i ? ", " : "");
        add_date(got, report->inspection_periods[i].start);
        check_add(got, "/");
        add_date(got, report->inspection_periods[i].end);
    }
    for (uint32_t i = 0; i < report->issue_count; i++) {
        ofs_str of = report->issues[i].field, code = report->issues[i].code;
        if (of.n == strlen(field) && memcmp(of.p, field, of.n) == 0)
            check_add(got, " !%.*s", (int)code.n, code.p);
    }
}

static void check_field(letter made, const char *field, const char *want)
{
    check_words text = {{0}, 0}, got = {{0}, 0};
    write_letter(&text, made);
    ofs_source *source = check_text_source(text.at);
    add_field(&got, check_parse(source), field);
    check_expect(text.at, want, &got);
    ofs_source_free(source);
}

#define WITH(...) ((letter){__VA_ARGS__})

static void test_head(void)
{
    check_field(WHOLE, "published", "2021-05-12");
    check_field(WITH(.date = "Date: 12 May 2021"), "published", "2021-05-12");
    check_field(WITH(.date = "Wednesday 12 May 2021"), "published", "2021-05-12");
    check_field(WITH(.date = "Tuesday 12 May 2021"), "published", "2021-05-12 !weekday");
    check_field(WITH(.date = "Our ref: AY/12 May 2021/20210512"), "published", "0000-00-00 !missing");
    check_field(WITH(.date = "May 2021"), "published", "0000-00-00 !missing");
    check_field(WHOLE, "addressee", "Ada Quill");
    check_field(WITH(.address = "Ada Quill, Director of Children's Services"), "addressee", "Ada Quill");
    check_field(WITH(.address = "T 0300 123 4567\nwww.ayton.example\nMs Ada Quill"), "addressee", "Ada Quill");
    check_field(WITH(.address = "Reports: reports.ofsted.gov.uk\nEnquiries 0300 123 1231\nMs Ada Quill"), "addressee",
                "Ada Quill");
    check_field(WITH(.address = "Tel: 0300 123 4567\nay@ayton.example\nDirect line: 1\nBy email\nMs Ada Quill"),
                "addressee", "Ada Quill");
    check_field(WITH(.address = "Ms Ada Quill\nTown Hall\n\n12 May 2021", .date = "Private and confidential"),
                "addressee", "Ada Quill");
    check_field(WITH(.dear = "Dear Mr Other"), "addressee", "Ada Quill !other_name");
    check_field(WITH(.dear = "Dear Ada,"), "addressee", "Ada Quill");
    check_field(WITH(.address = "Ada Quill Bi-Borough Director", .dear = "Dear Ms Quill"), "addressee",
                "Ada Quill Bi !other_name");
    check_field(WITH(.address = "Ada Quill OBE", .dear = "Dear Ms Quill"), "addressee", "Ada Quill OBE");
    check_field(WITH(.address = "Dr. ADA QUILL"), "addressee", "ADA QUILL");
    check_field(WITH(.address = "Dr. Quill"), "addressee", "Quill !unreadable");
    check_field(WITH(.address = "Dr_Quill"), "addressee", "Dr_Quill !unreadable");
    check_field(WITH(.address = "Director of services\nMs Ada Quill"), "addressee", "Ada Quill !unreadable");
    check_field(WITH(.address = "Ada Quill and Bo Lane"), "addressee", "Ada Quill and Bo Lane !several_people");
    check_field(WITH(.address = "Bo Lane visited the council\nMs Ada Quill"), "addressee", "Ada Quill !unreadable");
    check_field(WITH(.address = " "), "addressee", " !missing");
    check_field(WITH(.dear = "Dearest director"), "addressee", "Ada Quill !fallback");
    check_field(WITH(.dear = " ", .address = "A page of ours"), "addressee", " !missing");
    check_field(WITH(.dear = " "), "published", "2021-05-12");
}

static void test_subject(void)
{
    check_field(WHOLE, "title", "Focused visit to Ayton children's services");
    check_field(WITH(.subject = "Focused visit to Ayton children's services."), "title",
                "Focused visit to Ayton children's services");
    check_field(WITH(.subject = "Focused visit to Norfolk children's services"), "authority", "Norfolk");
    check_field(WHOLE, "authority", "Ayton !not_in_register");
    check_field(WITH(.subject = "Focused visit to children's services",
                     .summary = "This letter summarises the findings of a focused visit to Norfolk on 4 May 2021."),
                "authority", "Norfolk");
    check_field(WITH(.subject = "Focused visit to Ayton children's services Between 4 and 5 May 2021, we came"),
                "title", "Focused visit to Ayton children's services");
    check_field(WITH(.subject = "Ayton and what was found there."), "title", " !missing");
}

static void test_visit(void)
{
    check_field(WHOLE, "inspection_periods", "2021-05-04/2021-05-05");
    check_field(WITH(.summary = "This letter summarises the findings of a focused visit on 4 and 5 May."),
                "inspection_periods", "2021-05-04/2021-05-05 !no_year");
    check_field(WITH(.summary = "This letter summarises the findings of a focused visit on 4 and 5 June."),
                "inspection_periods", "2020-06-04/2020-06-05 !no_year !long_after");
    check_field(WITH(.summary = "This letter summarises the findings of a focused visit on 4 and 5 June 2021."),
                "inspection_periods", "2021-06-04/2021-06-05 !after_letter");
    check_field(WITH(.summary = "This letter summarises the findings of a focused visit on 4 and 5 June 2021."),
                "published", "2021-05-12 !before_visit");
    check_field(WITH(.summary = "This letter summarises the findings of a focused visit to Ayton."),
                "inspection_periods", " !missing");
    check_field(
        WITH(.summary = "This letter summarises the findings of a focused visit to Ayton on\n\n4 and 5 May 2021."),
        "inspection_periods", "2021-05-04/2021-05-05");
    check_field(WITH(.summary = "We came to Ayton on 4 May 2021."), "inspection_periods", " !missing");
    check_field(WHOLE, "inspectors", "Bram Thorne (Her Majesty's Inspector), Cleo Vane (Her Majesty's Inspector)");
    check_field(WITH(.who = "It was made by Bram Thorne, HMI, and Cleo Vane, HMI."), "inspectors",
                "Bram Thorne (HMI), Cleo Vane (HMI)");
    check_field(WITH(.who = "We came.\n\nThe inspectors were Bram Thorne and Cleo Vane."), "inspectors",
                "Bram Thorne, Cleo Vane");
    check_field(WITH(.who = "We came."), "inspectors", " !missing");
}

static void test_focus(void)
{
    check_field(WHOLE, "focus", "arrangements for care leavers.");
    check_field(WITH(.focus = "The visit looked at how children, and all arrangements for them, are kept."), "focus",
                "how children, and all arrangements for them, are kept.");
    check_field(WITH(.focus = "Inspectors looked at a range of evidence. Inspectors considered homes."), "focus",
                "homes.");
    check_field(WITH(.focus = "Inspectors looked at case records."), "focus", " !missing");
    check_field(WITH(.focus = "The focus of this visit was on homes. Inspectors looked at schools."), "focus",
                "homes.");
    check_field(WITH(.focus = "Inspectors looked at the arrangements for:\n\n- homes\n- schools."), "focus",
                "arrangements for: homes; schools.");
    check_field(WITH(.focus = "Inspectors looked at the arrangements for:\n\n- homes. All of them.\n- schools."),
                "focus", "arrangements for: homes. schools. !cut_off");
}

static void test_foot(void)
{
    check_field(WHOLE, "lead_inspector", "Bram Thorne (Her Majesty's Inspector)");
    check_field(WITH(.signature = "Yours faithfully\n\nBram Thorne HMI"), "lead_inspector", "Bram Thorne (HMI)");
    check_field(WITH(.signature = "Yours sincerely\n\nBram Thorne\nOfsted"), "lead_inspector", "Bram Thorne");
    check_field(WITH(.signature = "Bram Thorne\nHer Majesty's Inspector"), "lead_inspector",
                "Bram Thorne (Her Majesty's Inspector)");
    check_field(WITH(.signature = "Yours sincerely\n\nDora Finch\nHer Majesty's Inspector"), "lead_inspector",
                "Dora Finch (Her Majesty's Inspector) !not_an_inspector");
    check_field(WITH(.signature = "Yours sincerely\n\nBram Thorne\nHer Majesty's Inspector cc Ada Quill"),
                "lead_inspector", "Bram Thorne (Her Majesty's Inspector)");
    check_field(WITH(.signature = "Yours sincerely"), "lead_inspector", " !missing");
    /* what follows who signed is not the letter's */
    check_field(WITH(.who = "We came.", .focus = "They looked at homes.",
                     .signature = "Yours sincerely\n\nBram Thorne\n\nDear Mr Other\n\nAnother letter."),
                "sections",
                "This letter summarises the findings of a focused visit to Ayton children's services on 4 and 5 May "
                "2021. We came. | They looked at homes. | Children are seen. !more_text");
}

int main(void)
{
    test_head();
    test_subject();
    test_visit();
    test_focus();
    test_foot();
    return check_result();
}
