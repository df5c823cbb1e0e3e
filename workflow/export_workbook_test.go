package workflow

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
	"ahq/workflow/document"
)

// A sheetOf a workbook is its rows as a reader sees them, by the titles of the
// columns; empty cells are left out.
type sheetOf []map[string]string

// sheetsIn are the sheets of a workbook, and their names in order.
func sheetsIn(t testing.TB, file []byte) (map[string]sheetOf, []string) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]sheetOf{}
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = titled(rows)
	}
	return all, f.GetSheetList()
}

func titled(rows [][]string) (s sheetOf) {
	for _, row := range rows[1:] {
		cells := map[string]string{}
		for i, text := range row {
			if text != "" {
				cells[rows[0][i]] = text
			}
		}
		s = append(s, cells)
	}
	return s
}

// shows says whether one of the rows has all these cells.
func (s sheetOf) shows(cells map[string]string) bool {
	return slices.ContainsFunc(s, func(row map[string]string) bool {
		for title, text := range cells {
			if row[title] != text {
				return false
			}
		}
		return true
	})
}

// workbookOf is an edition as a workbook.
func workbookOf(t testing.TB, f filtered, format document.Format) []byte {
	t.Helper()
	var file bytes.Buffer
	var err error
	if f.reports, err = f.read(); err != nil {
		t.Fatal(err)
	}
	if err := asWorkbook(format)(f, Printing{}, &file); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func (w *world) downloaded(c models.Compilation, format document.Format) []byte {
	w.t.Helper()
	var file bytes.Buffer
	name, err := w.Download(w.ctx, w.as("AT reader").Scope(), c.ID, Printing{}, format, &file)
	w.must(err)
	if !strings.HasSuffix(name, "."+string(format)) {
		w.t.Errorf("the file is called %q", name)
	}
	return file.Bytes()
}

func TestTheWorkbookOfAnEdition(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.published()
		file := w.downloaded(w.edition(a, models.Internal), document.XLSX)
		sheets, names := sheetsIn(t, file)
		if want := []string{"Responses", "Records", "Readings", "Problems", "About"}; !slices.Equal(names, want) {
			t.Errorf("the sheets are %q, not %q", names, want)
		}
		responses := sheetOf{
			{"NCP code": "AT", "NCP name": "Austria", "Answered": "Yes", "Wider dissemination": "Yes", "Version": "1", "Submitted on": "2017-01-25",
				"Late": "Yes", "Entered by the requester": "No", "Withheld": "No", "Number: Campaigns": "0",
				"1. What is your policy?": "A sample answer of AT.", "2. Whom can we write to? (Austria only)": "office@at.example"},
			{"NCP code": "BE", "NCP name": "Belgium", "Answered": "Yes", "Wider dissemination": "Yes", "Version": "1", "Submitted on": "2016-12-16",
				"Late": "No", "Entered by the requester": "No", "Withheld": "No", "Organisations": "Immigration Office", "Number: Campaigns": "2",
				"1. What is your policy?": "We inform.\n\n• here\n• there, see http://be.example"},
			{"NCP code": "DE", "NCP name": "Germany", "Answered": "Yes", "Wider dissemination": "No", "Version": "1", "Submitted on": "2016-12-16",
				"Late": "No", "Entered by the requester": "No", "Withheld": "No", "Organisations": "Geheimamt", "Number: Campaigns": "0",
				"1. What is your policy?": "GEHEIM"},
		}
		if diff := cmp.Diff(responses, sheets["Responses"]); diff != "" {
			t.Errorf("responses (-want +got):\n%s", diff)
		}
		records := sheetOf{
			{"NCP code": "BE", "NCP name": "Belgium", "Record": "r1", "Section": "In-land", "Heading": "LIÈGE", "Title": "At home", "Partners": "N/A",
				"5. What would you do differently?": "The same as for MACEDONIA, & KOSOVO: Stay informed."},
			{"NCP code": "BE", "NCP name": "Belgium", "Record": "r2", "Section": "In countries of origin", "Heading": "MACEDONIA\n& KOSOVO", "Countries": "MK, XK",
				"Status": "Finished", "Note": "Once more in spring.", "Title": "Stay informed", "Partners": "Not disclosed.", "5. What would you do differently?": "Begin earlier."},
		}
		if diff := cmp.Diff(records, sheets["Records"]); diff != "" {
			t.Errorf("records (-want +got):\n%s", diff)
		}
		for _, said := range []map[string]string{
			{"What": "AHQ", "In words": *a.Reference}, {"What": "Edition", "In words": "Internal edition 1"}, {"What": "Made on", "In words": "1 March 2017"},
			{"Of": "Records", "What": "Countries"}, {"Of": "Readings", "What": "Amount"}, {"What": "Withheld answers"},
		} {
			if !sheets["About"].shows(said) {
				t.Errorf("the file does not say of itself %q", said)
			}
		}
		if !bytes.Equal(file, w.downloaded(w.edition(a, models.Internal), document.XLSX)) {
			t.Error("the same edition gives another file")
		}
		if diff := cmp.Diff(records, csvSheet(t, w.downloaded(w.edition(a, models.Internal), document.CSV))); diff != "" {
			t.Errorf("CSV (-want +got):\n%s", diff)
		}
	})
}

func csvSheet(t testing.TB, file []byte) sheetOf {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(file, []byte("\uFEFF")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return titled(rows)
}

func TestAPublicWorkbookHasNoWordOfWhatIsWithheld(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	a := w.published()
	for _, secret := range []string{"GEHEIM", "Geheimamt"} {
		if !strings.Contains(unpacked(t, w.downloaded(w.edition(a, models.Internal), document.XLSX)), secret) {
			t.Fatalf("%q is not in the internal edition: the test looks for the wrong words", secret)
		}
		for _, format := range []document.Format{document.XLSX, document.CSV} {
			if strings.Contains(unpacked(t, w.downloaded(w.edition(a, models.Public), format)), secret) {
				t.Errorf("%q is in the %s", secret, format)
			}
		}
	}
	sheets, _ := sheetsIn(t, w.downloaded(w.edition(a, models.Public), document.XLSX))
	want := map[string]string{
		"NCP code": "DE", "NCP name": "Germany", "Answered": "Yes", "Wider dissemination": "No", "Version": "1", "Submitted on": "2016-12-16",
		"Late": "No", "Entered by the requester": "No", "Withheld": "Yes", "Remark": DefaultTexts().Withheld,
	}
	if diff := cmp.Diff(want, sheets["Responses"][2]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, name := range []string{"Records", "Readings", "Problems"} {
		if sheets[name].shows(map[string]string{"NCP code": "DE"}) {
			t.Errorf("Germany is on the sheet %s", name)
		}
	}
}

func TestWhoWasAskedAndDidNotAnswerIsInTheWorkbook(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	a := w.issued()
	w.submitted(a, "BE", models.WiderYes)
	c, err := w.Compile(w.ctx, w.as("NO coordinator"), a.ID, models.Internal, "for a test")
	w.must(err)
	sheets, _ := sheetsIn(t, w.downloaded(c, document.XLSX))
	if diff := cmp.Diff(map[string]string{"NCP code": "AT", "NCP name": "Austria", "Answered": "No"}, sheets["Responses"][0]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// accounted is an edition of the Norwegian questionnaire with these records of
// Belgium's.
func accounted(t testing.TB, records ...forms.Record) filtered {
	t.Helper()
	f := heavy(t, 1, 0)
	f.answers[0].NCP, f.answers[0].Name, f.answers[0].Number = "BE", "Belgium", 1
	f.answers[0].Submitted = time.Date(2017, 1, 20, 9, 0, 0, 0, time.UTC)
	f.answers[0].Content.Records = records
	return f
}

func typedCells(cells map[string]string) forms.Record {
	r := forms.Record{ID: "r1", Section: "origin", Heading: "MOROCCO", Cells: map[string]forms.Answer{}}
	for id, text := range cells {
		r.Cells[id] = forms.Answer{Text: text}
	}
	return r
}

func TestEveryReadingHasARow(t *testing.T) {
	t.Parallel()
	total, verdict := forms.Decimal{}, forms.No
	if err := total.UnmarshalText([]byte("12345")); err != nil {
		t.Fatal(err)
	}
	confirmedAs := func(r *forms.Record, id string, c forms.Correction) {
		a := r.Cells[id]
		a.Confirmed = &forms.Confirmed{Of: forms.Fingerprint(a.Text), Reading: &c}
		r.Cells[id] = a
	}
	first := typedCells(map[string]string{
		"costs": "Ministry: 40 000 EUR, NGO: 9.780,50 EUR", "period": "October 2009 – January 2010 (4 months)", "audience": "Young people, in French and Dari",
		"links": "www.example.org, http://a.example/x and @handle", "success": "Yes, mildly.", "lessons": "N/A",
	})
	second := typedCells(map[string]string{"costs": "12.345", "evaluation": "Yes, with interviews."})
	second.ID, second.Countries, second.Status = "r2", []string{"MA", "TN"}, forms.Planned
	second.Cells["links"] = forms.Answer{Reason: forms.SameAs, As: "r1"}
	second.Cells["success"] = forms.Answer{Reason: forms.NoInformation}
	confirmedAs(&second, "costs", forms.Correction{Total: &total})
	confirmedAs(&second, "evaluation", forms.Correction{Verdict: &verdict})
	sheets, _ := sheetsIn(t, workbookOf(t, accounted(t, first, second), document.XLSX))
	for _, want := range []map[string]string{
		{"Record": "r1", "Kind": "money", "Amount": "40,000.00", "Currency": "EUR", "Total or part": "part", "Confirmed or read": "read"},
		{"Record": "r1", "Kind": "money", "Amount": "9,780.50", "Currency": "EUR", "Total or part": "part", "Estimated": "No"},
		{"Record": "r1", "Kind": "money", "Amount": "49,780.50", "Currency": "EUR", "Total or part": "sum of the parts"},
		{"Record": "r1", "Kind": "period", "Start": "2009-10", "End": "2010-01", "Months": "4"},
		{"Record": "r1", "Kind": "languages", "Language": "French", "Language code": "fr"},
		{"Record": "r1", "Kind": "links", "Link": "www.example.org"},
		{"Record": "r1", "Kind": "links", "Link": "@handle"},
		{"Record": "r1", "Kind": "verdict", "Verdict": "Yes", "Confirmed or read": "read"},
		{"Record": "r1", "Question": "5. If your MS were to do something differently next time, what would that be?", "Reason": "Not applicable."},
		{"Record": "r1", "Kind": "countries", "Country": "MA", "Confirmed or read": "read"},
		{"Record": "r2", "Kind": "countries", "Country": "TN", "Confirmed or read": "chosen"},
		{"Record": "r2", "Kind": "status", "Begun": "No", "Confirmed or read": "chosen"},
		{"Record": "r2", "Kind": "money", "Amount": "12,345.00", "Total or part": "total", "Confirmed or read": "confirmed"},
		{"Record": "r2", "Kind": "verdict", "Verdict": "No", "Confirmed or read": "confirmed"},
		{"Record": "r2", "Kind": "verdict", "Verdict": "Not applicable", "Reason": "No information available.", "Confirmed or read": "chosen"},
		{"Record": "r2", "Kind": "links", "Link": "http://a.example/x", "Confirmed or read": "same as r1"},
	} {
		if !sheets["Readings"].shows(want) {
			t.Errorf("there is no row %q in\n%q", want, sheets["Readings"])
		}
	}
}

func TestEveryProblemHasARow(t *testing.T) {
	t.Parallel()
	r := typedCells(map[string]string{"costs": "12.345", "period": "soon"})
	confirmed := r
	confirmed.ID, confirmed.Heading = "r2", "TUNISIA"
	confirmed.Cells = map[string]forms.Answer{"costs": {Text: "12.345", Confirmed: &forms.Confirmed{
		Of: forms.Fingerprint("12.345"), Warnings: map[forms.Rule]string{forms.MoneyCurrency: "in EUR", forms.MoneyAmbiguous: " "},
	}}}
	f := accounted(t, r, confirmed)
	sheets, _ := sheetsIn(t, workbookOf(t, f, document.XLSX))
	form, err := forms.Compile(f.ahq.Questionnaire)
	if err != nil {
		t.Fatal(err)
	}
	report := form.Check(f.answers[0].Content, forms.Asked{NCP: "BE", On: f.answers[0].Submitted})
	for _, p := range report.Problems {
		if want := map[string]string{"Record": p.Record, "Rule": string(p.Rule), "Severity": string(p.Severity), "In words": p.Text, "State": "open"}; !sheets["Problems"].shows(want) {
			t.Errorf("there is no row %q", want)
		}
	}
	if want := map[string]string{"Record": "r2", "Question": "Costs of the campaign", "Rule": "money.currency", "State": "confirmed", "In words": "in EUR"}; !sheets["Problems"].shows(want) {
		t.Errorf("there is no row %q in\n%q", want, sheets["Problems"])
	}
	if got, want := len(sheets["Problems"]), len(report.Problems)+1; got != want {
		t.Errorf("there are %d rows, not %d", got, want)
	}
}

func TestEveryTextOfALargeEditionIsInTheFileWhole(t *testing.T) {
	t.Parallel()
	f := heavy(t, 10, 12)
	for n := range f.answers {
		for i, r := range f.answers[n].Content.Records {
			for id := range r.Cells {
				r.Cells[id] = forms.Answer{Text: fmt.Sprintf("=%d/%d/%s ", n, i, id) + strings.Repeat("Ünï\u0007 日本 _x0041_ 😀\n", 1+(n*i*len(id))%400)}
			}
		}
	}
	f.answers[3].Content.Records[2].Cells["lessons"] = forms.Answer{Text: strings.Repeat("😀", 100_000)}
	sheets, _ := sheetsIn(t, workbookOf(t, f, document.XLSX))
	whole := map[string]string{}
	for _, row := range sheets["Records"] {
		for title, text := range row {
			whole[row["NCP code"]+row["Record"]+title] += text
		}
	}
	for _, a := range f.answers {
		for _, r := range a.Content.Records {
			for _, q := range f.ahq.Questionnaire.Tables[0].Questions() {
				want := strings.ReplaceAll(r.Cells[q.ID].Text, "\u0007", "\uFFFD")
				if got := whole[a.NCP+r.ID+label(q)]; got != want {
					t.Fatalf("%s of %s of %s has %d bytes, not %d", q.ID, r.ID, a.NCP, len(got), len(want))
				}
			}
		}
	}
}

func TestAQuestionnaireWithoutTablesGivesAWorkbookToo(t *testing.T) {
	t.Parallel()
	q, ok := forms.Shipped("online-applications")
	if !ok {
		t.Fatal("online-applications is not shipped")
	}
	f := accounted(t)
	f.ahq.Questionnaire = q
	f.answers[0].Content.Answers = map[string]forms.Answer{
		"online": {Text: "Yes, since 2014."}, "since": {Text: "1 March 2014"}, "applications": {Text: "41 250"}, "set-up": {Text: "12.000 EUR"},
		"address": {Text: "=cmd|' /C calc'!A0"}, "permits": {Text: "All residence permits"},
	}
	sheets, names := sheetsIn(t, workbookOf(t, f, document.XLSX))
	if want := []string{"Responses", "Readings", "Problems", "About"}; !slices.Equal(names, want) {
		t.Errorf("the sheets are %q, not %q", names, want)
	}
	for _, want := range []map[string]string{
		{"Kind": "number", "Number": "41250"}, {"Kind": "date", "Date": "2014-03-01"}, {"Kind": "choice", "Choice": "all"}, {"Kind": "money", "Amount": "12,000.00"},
	} {
		if !sheets["Readings"].shows(want) {
			t.Errorf("there is no row %q in\n%q", want, sheets["Readings"])
		}
	}
	rows := csvSheet(t, workbookOf(t, f, document.CSV))
	if len(rows) != 1 || rows[0]["4. Where can the service be found?"] != "'=cmd|' /C calc'!A0" || rows[0]["Answered"] != "Yes" {
		t.Errorf("the CSV reads %q", rows)
	}
	if _, there := rows[0]["6. Is an online service planned, and what stands in the way of it?"]; there {
		t.Error("a question that was not asked is not empty")
	}
}

func TestAnEditionInAFormatThatThereIsNotIsRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	c := w.edition(w.published(), models.Internal)
	_, err := w.Download(w.ctx, w.as("AT reader").Scope(), c.ID, Printing{}, "exe", &bytes.Buffer{})
	w.expect(err, `there is no format "exe": choose one of docx,pdf,html,xlsx,csv,json`)
}
