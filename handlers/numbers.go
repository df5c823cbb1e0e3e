package handlers

import (
	"bytes"
	"html/template"
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/workflow"
	"ahq/workflow/document"
)

// A numbersPage is what the versions in force come to, in numbers and plots.
type numbersPage struct {
	Head    ahqHead
	Answers string // where they stand side by side
	Figures []figureView
}

// A figureView is one figure, with its numbers as a table. What it says is
// workflow's, which speaks English.
type figureView struct {
	ID, Title, About string
	Plot             template.HTML
	Heads            []string
	Rows             []figureRow
	Few              bool // its table is read at once
	SVG, CSV         string
}

// A figureRow is one row of the table.
type figureRow struct {
	About   string
	Numbers []figureNumber
}

// A figureNumber is what stands in a cell, and where the answers behind it are.
type figureNumber struct {
	Head, Text, URL string
	Digits          bool
}

// Title of the page.
func (p numbersPage) Title() phrase { return say("numbers.title", "Topic", p.Head.Topic) }

func (s *Server) numbers(c *gin.Context) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	figures, err := s.Flow.Figures(c.Request.Context(), d.Who, d.AHQ.ID)
	if err != nil {
		return err
	}
	page := numbersPage{Head: d.head(d.home()), Answers: d.URL("answers")}
	for _, f := range figures {
		view, err := d.figureView(f)
		if err != nil {
			return err
		}
		page.Figures = append(page.Figures, view)
	}
	return s.html(c, http.StatusOK, "numbers", page)
}

// fewRows are as many as are read at once; a longer table is folded away.
const fewRows = 12

func (d ahqDesk) figureView(f workflow.Figure) (figureView, error) {
	var drawn bytes.Buffer
	err := document.WritePlot(&drawn, "plot-"+f.ID, f.Plot)
	file := d.URL("numbers", "download", f.ID)
	view := figureView{
		ID: f.ID, Title: f.Title, About: f.About, Heads: f.Heads, Few: len(f.Rows) <= fewRows, SVG: file + "/svg", CSV: file + "/csv",
		Plot: template.HTML(drawn.String()), // shapes of ours, texts escaped
	}
	for _, cells := range f.Rows {
		row := figureRow{About: cells[0].Text}
		for i, cell := range cells[1:] {
			row.Numbers = append(row.Numbers, d.figureNumber(f.Heads[i+1], cell))
		}
		view.Rows = append(view.Rows, row)
	}
	return view, err
}

func (d ahqDesk) figureNumber(head string, cell workflow.FigureCell) figureNumber {
	n := figureNumber{Head: head, Text: cell.Text, Digits: cell.Number != ""}
	if n.Text == "" {
		n.Text = cell.Number
	}
	if cell.Behind != nil {
		n.URL = d.URL("answers") + soughtQuery(*cell.Behind, 1)
	}
	return n
}

// downloadFigure is a figure as a file of its own.
func (s *Server) downloadFigure(c *gin.Context) error {
	a := about(c).AHQ
	file, err := s.Flow.FigureFile(c.Request.Context(), actor(c), a.ID, c.Param("figure"), c.Param("format"))
	if err != nil {
		return err
	}
	return s.download(c, file.Name, file.Media, file.Body)
}
