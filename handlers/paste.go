package handlers

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/forms/reading"
	"ahq/models"
)

// A pastePage takes a whole table that somebody pastes, and shows where its texts
// would go before anything is kept.
type pastePage struct {
	Desk    deskHead
	Name    string // of the record
	Record  string // its page
	Text    string // as it was pasted
	Cells   []pastedCell
	Left    []string // what found no place
	Nothing bool     // was found in what was pasted
}

// A pastedCell is what would go into one cell.
type pastedCell struct {
	*cellView
	Found string
	Same  bool // it stands there already
	Take  bool // chosen, unless somebody says otherwise: the cell is empty
}

// Lines that the text needs.
func (c pastedCell) Lines() int { return lines(c.Found) }

// Title of the page.
func (p pastePage) Title() phrase {
	return say("paste.title", "Record", p.Name, "Topic", p.Desk.Topic)
}

func (s *Server) pastePage(c *gin.Context) error {
	d, r, err := s.recordDesk(c)
	if err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "paste", d.pastePage(r))
}

// recordDesk is a response and the record that the path names.
func (s *Server) recordDesk(c *gin.Context) (desk, forms.Record, error) {
	d, err := s.desk(c)
	if err != nil {
		return d, forms.Record{}, err
	}
	r, i := d.record(c.Param("record"))
	if i < 0 {
		return d, r, models.ErrNotFound
	}
	return d, r, nil
}

func (d desk) pastePage(r forms.Record) pastePage {
	return pastePage{Desk: d.head(link{URL: d.RecordURL(r.ID), Text: plain(d.recordName(r))}), Name: d.recordName(r), Record: d.RecordURL(r.ID)}
}

// paste shows what was found in a table, each text beside its cell.
func (s *Server) paste(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	d, r, err := s.recordDesk(c)
	if err != nil {
		return err
	}
	page := d.pastePage(r)
	page.Text = lineEnds(form.Get("text"))
	d.place(&page, r)
	code := http.StatusOK
	if page.Nothing {
		code = http.StatusUnprocessableEntity
	}
	return s.html(c, code, "paste", page)
}

// place finds the cells that a pasted text is for.
func (d desk) place(page *pastePage, r forms.Record) {
	questions := d.recordQuestions(r.Section)
	found := reading.LabelsOf(questions).Table(page.Text)
	page.Nothing = len(found.Cells) == 0
	if page.Nothing {
		return
	}
	sheet := d.sheet(r.ID, questions)
	for _, cell := range found.Cells {
		v := sheet.Cells[cell.Question]
		page.Cells = append(page.Cells, pastedCell{
			cellView: v, Found: cell.Text, Same: v.Text == cell.Text, Take: v.Text == "" && v.reason == "" && cell.Text != "",
		})
	}
	for _, left := range []string{found.Before, found.After} {
		if left = strings.TrimSpace(left); left != "" {
			page.Left = append(page.Left, left)
		}
	}
}

// takePasted keeps the texts that somebody chose, as if they had typed them.
func (s *Server) takePasted(c *gin.Context) error {
	form, d, err := s.postedDesk(c)
	if err != nil {
		return err
	}
	typed, err := d.typedRecord(chosenCells(form), c.Param("record"))
	if err != nil {
		return err
	}
	if err := s.keepRecord(c, d, typed); err != nil || wrong(typed.Cells) {
		return s.recordAgain(c, typed, err)
	}
	return s.done(c, d.RecordURL(typed.Record.ID), say("paste.taken"))
}

// chosenCells leaves of a form the cells that are ticked.
func chosenCells(form url.Values) url.Values {
	chosen := url.Values{}
	for field, values := range form {
		question, _, _ := strings.Cut(field, ".")
		if slices.Contains(form["take"], question) {
			chosen[field] = values
		}
	}
	return chosen
}
