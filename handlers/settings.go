package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/workflow"
)

// A settingsPage shows the standard texts, each in a form of its own.
type settingsPage struct {
	Texts      []standardText
	Complaints complaints
}

// A standardText is one of them as it stands.
type standardText struct {
	workflow.StandardText
	Name, About phrase
	Text        string
	Own         bool // the operator's
}

// settingWords say what a standard text is called, and for what it is.
var settingWords = map[string]struct{ name, about phrase }{
	"prefix":     {say("settings.prefix"), say("settings.prefix_about")},
	"disclaimer": {say("settings.disclaimer"), say("settings.disclaimer_about")},
	"withheld":   {say("settings.withheld"), say("settings.withheld_about")},
}

// Title of the page.
func (p settingsPage) Title() phrase { return p.Complaints.title(say("settings.heading")) }

func (s *Server) settings(c *gin.Context) error {
	return s.showSettings(c, http.StatusOK, settingsPage{}, "", "")
}

// showSettings shows what stands; of one, what was typed.
func (s *Server) showSettings(c *gin.Context, code int, page settingsPage, setting, typed string) error {
	inForce, err := s.Flow.TextsInForce(c.Request.Context())
	if err != nil {
		return err
	}
	for _, text := range workflow.StandardTexts() {
		words := settingWords[text.Setting]
		one := standardText{StandardText: text, Name: words.name, About: words.about, Text: text.In(inForce)}
		one.Own = one.Text != text.Ours
		if text.Setting == setting {
			one.Text = typed
		}
		page.Texts = append(page.Texts, one)
	}
	return s.html(c, code, "settings", page)
}

func (s *Server) changeSetting(c *gin.Context) error {
	name, text := c.Param("setting"), lineEnds(c.PostForm(c.Param("setting")))
	err := s.Flow.SetSetting(c.Request.Context(), actor(c), name, text)
	if err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		return s.showSettings(c, code, settingsPage{Complaints: said}, name, text)
	}
	return s.done(c, "/settings", say("notice.printed"))
}
