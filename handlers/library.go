package handlers

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"strconv"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
)

// entriesOnPage is how many entries of the library are listed at once.
const entriesOnPage = 10

// A libraryPage lists the AHQs that are closed, as far as who looks may see them.
type libraryPage struct {
	Text       string // what is looked for
	Themes     []choice
	Years      []choice
	Requesters []choice
	Countries  []choice
	Narrowed   bool
	Problem    phrase // why nothing is looked for, or not all of it
	Count      phrase
	Rows       []libraryRow
	Earlier    string // pages
	Later      string
	Place      phrase // "Page 2 of 7"
	Open       bool   // whoever looks is not signed in, and sees what is public
}

// A libraryRow is one entry in the list.
type libraryRow struct {
	URL       string
	Reference string
	Topic     []models.ExcerptPart
	About     []phrase
	Excerpt   []models.ExcerptPart
	By        string // whose answer the excerpt is from
}

// Title of the page.
func (p libraryPage) Title() phrase { return say("nav.library") }

// ncpCode is what the code of an NCP looks like.
var ncpCode = regexp.MustCompile(`^[A-Z]{2,3}$`)

// libraryFilter is what the address asks for. What no entry can have finds none.
func libraryFilter(c *gin.Context) models.LibraryFilter {
	f := models.LibraryFilter{Text: c.Query("text"), Limit: entriesOnPage}
	for _, narrow := range []struct {
		name string
		to   *string
		is   func(string) bool
	}{
		{"theme", &f.Theme, func(id string) bool { return forms.ThemeName(id) != id }},
		{"requester", &f.Requester, ncpCode.MatchString},
		{"country", &f.Country, ncpCode.MatchString},
	} {
		if value := c.Query(narrow.name); value != "" {
			*narrow.to = "none"
			if narrow.is(value) {
				*narrow.to = value
			}
		}
	}
	f.Year = yearOf(c.Query("year"))
	if page, _ := strconv.Atoi(c.Query("page")); page > 1 && page < 1_000_000 {
		f.Offset = (page - 1) * entriesOnPage
	}
	return f
}

// yearOf is the year that was typed: what is none leaves nothing out, and one that
// no calendar has finds nothing.
func yearOf(typed string) int {
	switch year, err := strconv.Atoi(typed); {
	case errors.Is(err, strconv.ErrSyntax):
		return 0
	case err != nil || year < 1 || year > 9999:
		return -1
	default:
		return year
	}
}

func (s *Server) library(c *gin.Context) error {
	ctx, who, f := c.Request.Context(), actor(c), libraryFilter(c)
	found, err := s.Store.Library(ctx, who.Scope(), f)
	if err == nil && len(found) == 0 && f.Offset > 0 { // a page that there is no more
		f.Offset = 0
		found, err = s.Store.Library(ctx, who.Scope(), f)
	}
	if err != nil {
		return err
	}
	names, err := s.Store.Names(ctx)
	if err != nil {
		return err
	}
	page := libraryPage{Text: f.Text, Problem: searchProblem(f.Text), Count: say("library.none"), Open: who.Person.ID == ""}
	page.Narrowed = f.Theme+f.Requester+f.Country != "" || f.Year != 0
	if len(found) > 0 {
		page.Count = many("library.count", found[0].Total)
		page.turn(c, f, found[0].Total)
	}
	for _, e := range found {
		page.Rows = append(page.Rows, libraryRowOf(e, f.Text, names))
	}
	if err := s.fillChoices(ctx, who.Scope(), f, names, &page); err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "library", page)
}

// searchProblem says why nothing, or not all, of a text is looked for.
func searchProblem(text string) phrase {
	switch stems, cut := models.LookedFor(text); {
	case text != "" && len(stems) == 0:
		return say("library.no_words")
	case cut:
		return say("library.too_many_words", "Count", len(stems))
	default:
		return phrase{}
	}
}

// turn says which page it is, and where the others are.
func (p *libraryPage) turn(c *gin.Context, f models.LibraryFilter, total int) {
	page, last := f.Offset/entriesOnPage+1, (total+entriesOnPage-1)/entriesOnPage
	if last > 1 {
		p.Place = say("library.page", "Page", page, "Last", last)
	}
	if page > 1 {
		p.Earlier = libraryURL(c, page-1)
	}
	if page < last {
		p.Later = libraryURL(c, page+1)
	}
}

// libraryURL is the same search, at another page.
func libraryURL(c *gin.Context, page int) string {
	query := url.Values{}
	for _, name := range []string{"text", "theme", "year", "requester", "country"} {
		if value := c.Query(name); value != "" {
			query.Set(name, value)
		}
	}
	if page > 1 {
		query.Set("page", strconv.Itoa(page))
	}
	if len(query) == 0 {
		return "/library"
	}
	return "/library?" + query.Encode()
}

func entryURL(reference string) string { return "/library/" + url.PathEscape(reference) }

func libraryRowOf(e models.FoundEntry, text string, names map[string]string) libraryRow {
	row := libraryRow{
		URL: entryURL(e.Reference), Reference: e.Reference, Topic: models.MarkedTopic(e.Topic, text), Excerpt: e.Excerpt.Parts,
		About: []phrase{inSentence(named(e.Requesters, names)), plain(strconv.Itoa(e.Year))},
	}
	if e.Respondents > 0 {
		row.About = append(row.About, many("library.respondents", e.Respondents))
	}
	for _, theme := range e.Themes {
		row.About = append(row.About, english(forms.ThemeName(theme)))
	}
	if e.Excerpt.NCP != "" {
		row.By = ncpName(e.Excerpt.NCP, names)
	}
	return row
}

// fillChoices offers what leads to an entry.
func (s *Server) fillChoices(ctx context.Context, in models.Scope, f models.LibraryFilter, names map[string]string, page *libraryPage) error {
	var ids []string
	for _, theme := range forms.Themes() {
		ids = append(ids, theme.ID)
	}
	there, err := s.Store.LibraryChoices(ctx, in, ids)
	themes, years := []choice{{Text: say("library.any_theme")}}, []choice{{Text: say("library.any_year")}}
	for _, id := range there.Themes {
		themes = append(themes, choice{Value: id, Text: english(forms.ThemeName(id))})
	}
	for _, year := range there.Years {
		years = append(years, choice{Value: strconv.Itoa(year), Text: plain(strconv.Itoa(year))})
	}
	page.Themes, page.Years = chosen(themes, f.Theme), chosen(years, strconv.Itoa(f.Year))
	page.Requesters = chosen(ncpChoices(say("library.any_requester"), there.Requesters, names), f.Requester)
	page.Countries = chosen(ncpChoices(say("library.any_country"), there.Countries, names), f.Country)
	return err
}

func ncpChoices(none phrase, codes []string, names map[string]string) []choice {
	all := []choice{{Text: none}}
	for i, name := range named(codes, names) {
		all = append(all, choice{Value: codes[i], Text: plain(name)})
	}
	return all
}
