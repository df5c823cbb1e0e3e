package handlers

import (
	"bytes"
	"iter"
	"slices"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow/document"
)

// A trackingFormat is what a matrix can be saved as.
type trackingFormat struct {
	format document.Format
	text   phrase
}

var trackingFormats = []trackingFormat{
	{document.XLSX, say("tracking.xlsx")},
	{document.CSV, say("tracking.csv")},
}

func (f following) downloads(at string) []link {
	var all []link
	for _, one := range trackingFormats {
		all = append(all, link{URL: at + "/" + string(one.format) + "?" + f.query(), Text: one.text})
	}
	return all
}

// downloadTracking is the matrix as it is chosen, to be counted elsewhere.
func (s *Server) downloadTracking(c *gin.Context) error {
	i := slices.IndexFunc(trackingFormats, func(f trackingFormat) bool { return string(f.format) == c.Param("format") })
	if i < 0 {
		return models.ErrNotFound
	}
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	all, err := s.watch(c.Request.Context(), d)
	if err != nil {
		return err
	}
	wanted, format := d.trackingChoice(c), trackingFormats[i].format
	matrix := d.meter().matrix(wanted.By, all)
	matrix.Rows = wanted.rows(matrix.Rows)
	book, err := matrixFile{s.texts.in(s.spoken(c)), d, matrix, s.Now()}.workbook()
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := document.WriteWorkbook(&file, format, book); err != nil {
		return err
	}
	return s.download(c, "ahq-"+*d.AHQ.Reference+"-tracking."+string(format), format.MediaType(), file.Bytes())
}

// A matrixFile is a matrix as a sheet, in one language.
type matrixFile struct {
	speech
	ahqDesk
	matrix matrix
	now    time.Time
}

// A matrixFact is a column that every matrix has.
type matrixFact struct {
	title phrase
	width int
	value func(matrixFile, matrixRow) (document.Value, error)
}

// matrixFacts stand before what is counted part by part.
var matrixFacts = []matrixFact{
	{say("tracking.ncp"), 20, func(_ matrixFile, r matrixRow) (document.Value, error) { return document.Words(r.Name), nil }},
	{say("tracking.code"), 6, func(_ matrixFile, r matrixRow) (document.Value, error) { return document.Words(r.ncp), nil }},
	{say("tracking.role"), 10, func(f matrixFile, r matrixRow) (document.Value, error) { return f.said(roleName(r.Role)) }},
	{say("tracking.was_asked"), 7, func(_ matrixFile, r matrixRow) (document.Value, error) { return document.YesNo(r.Asked), nil }},
	{say("tracking.state"), 22, func(f matrixFile, r matrixRow) (document.Value, error) { return f.said(r.State.Text) }},
	{say("tracking.is_late"), 6, func(_ matrixFile, r matrixRow) (document.Value, error) { return document.YesNo(r.Late), nil }},
	{say("tracking.reply_by"), 12, func(f matrixFile, r matrixRow) (document.Value, error) { return document.Date(f.replyBy(r)), nil }},
	{say("tracking.last_activity"), 12, func(f matrixFile, r matrixRow) (document.Value, error) { return f.lastDay(r), nil }},
	{say("tracking.answers"), 9, func(_ matrixFile, r matrixRow) (document.Value, error) { return count(r.filled), nil }},
	{say("tracking.needed"), 9, func(_ matrixFile, r matrixRow) (document.Value, error) { return count(r.need), nil }},
	{say("tracking.open_questions"), 9, func(_ matrixFile, r matrixRow) (document.Value, error) { return count(r.Threads), nil }},
}

func (f matrixFile) workbook() (document.Workbook, error) {
	sheet := document.Sheet{Name: "Tracking"}
	for i, fact := range matrixFacts {
		title, err := f.text(fact.title)
		if err != nil {
			return document.Workbook{}, err
		}
		sheet.Columns = append(sheet.Columns, document.Column{Title: title, Width: fact.width, Key: i < 2})
	}
	width := 8
	if f.matrix.Tall {
		width = 24
	}
	for _, column := range f.matrix.Columns {
		title, err := f.text(column.Name)
		if err != nil {
			return document.Workbook{}, err
		}
		sheet.Columns = append(sheet.Columns, document.Column{Title: title, Width: width})
	}
	rows, err := f.rows()
	sheet.Rows = rows
	return document.Workbook{
		Title: printedTopic(f.Texts, f.AHQ), Subject: "AHQ " + *f.AHQ.Reference, Author: "EMN NCP " + f.name(f.AHQ.Requesters[0].NCP),
		Language: f.language.String(), Made: f.now, Sheets: []document.Sheet{sheet},
	}, err
}

func (f matrixFile) rows() (iter.Seq[[]document.Value], error) {
	rows := make([][]document.Value, len(f.matrix.Rows))
	for i, r := range f.matrix.Rows {
		for _, fact := range matrixFacts {
			value, err := fact.value(f, r)
			if err != nil {
				return nil, err
			}
			rows[i] = append(rows[i], value)
		}
		for _, cell := range r.Cells {
			rows[i] = append(rows[i], cell.value())
		}
	}
	return slices.Values(rows), nil
}

// value of a cell: how many answers there are, where there could be any.
func (c matrixCell) value() document.Value {
	if c.Tone == "" {
		return document.Value{}
	}
	return count(c.filled)
}

func count(n int) document.Value { return document.Number(strconv.Itoa(n)) }

// said are words of the catalogue.
func (f matrixFile) said(p phrase) (document.Value, error) {
	said, err := f.text(p)
	return document.Words(said), err
}

func (f matrixFile) replyBy(r matrixRow) string {
	return f.AHQ.Due(models.Addressee{ReplyBy: r.ReplyBy})
}

func (f matrixFile) lastDay(r matrixRow) document.Value {
	if r.last.IsZero() {
		return document.Value{}
	}
	return document.Date(r.last.In(f.speech.brussels).Format(time.DateOnly))
}
