package handlers

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// deliveriesShown is how many deliveries the page of a hook shows.
const deliveriesShown = 100

// A hookPage is one hook, with what it was told and what came of it.
type hookPage struct {
	Hook       hookView
	Secret     string // of one just made: shown once
	OldUntil   phrase // until when the secret before signs too
	Sends      bool   // this process sends
	Deliveries []deliveryView
}

// A deliveryView is one delivery in words.
type deliveryView struct {
	At       time.Time
	Event    phrase
	AHQ, NCP string
	AHQURL   string // "" for those who do not see it
	State    label
	Attempts int
	Next     phrase // when it is tried again
	Status   int
	Failed   phrase // why
	Answer   string
	Payload  string
	Again    string // where it is sent once more; "" it will be by itself
}

// Title of the page.
func (p hookPage) Title() phrase { return say("hooks.title", "Name", p.Hook.Name) }

func (s *Server) hook(c *gin.Context) error {
	h, err := s.hookAsked(c)
	if err != nil {
		return err
	}
	return s.showHook(c, h, "")
}

func (s *Server) showHook(c *gin.Context, h models.Hook, secret string) error {
	ctx := c.Request.Context()
	names, err := s.Store.Names(ctx)
	if err != nil {
		return err
	}
	in := actor(c).Scope()
	told, err := s.Store.Deliveries(ctx, in, h.ID, deliveriesShown)
	if err != nil {
		return err
	}
	page := hookPage{Hook: hookViewOf(h, names), Secret: secret, Sends: s.Flow.Post != nil}
	if h.OldUntil != nil && s.Now().Before(*h.OldUntil) {
		page.OldUntil = say("hooks.old_until", "Until", *h.OldUntil)
	}
	for _, d := range told {
		page.Deliveries = append(page.Deliveries, deliveryViewOf(d, h, names))
		if in.Network {
			page.Deliveries[len(page.Deliveries)-1].AHQURL = "/ahqs/" + string(d.AHQID)
		}
	}
	return s.html(c, http.StatusOK, "hook", page)
}

func deliveryViewOf(d models.Delivery, h models.Hook, names map[string]string) deliveryView {
	v := deliveryView{
		At: d.CreatedAt, Event: worded(hookEvents, string(d.Event)), AHQ: d.Reference, NCP: names[d.NCP],
		State: deliveryState(d), Attempts: d.Attempts, Status: d.Status, Failed: english(sentence(d.Failed)), Answer: d.Answer, Payload: d.Payload,
	}
	if d.NextAt != nil && d.Attempts > 0 {
		v.Next = say("hooks.next", "At", *d.NextAt)
	}
	if h.OffAt == nil && (d.Attempts > 0 || d.NextAt == nil) {
		v.Again = hookURL(h.ID) + "/deliveries/" + string(d.ID) + "/again"
	}
	return v
}

func deliveryState(d models.Delivery) label {
	switch {
	case d.DeliveredAt != nil:
		return label{say("hooks.delivered"), good}
	case d.NextAt == nil:
		return label{say("hooks.undelivered"), urgent}
	case d.Attempts > 0:
		return label{say("hooks.trying"), going}
	default:
		return label{say("hooks.waiting"), going}
	}
}

// testHook sends something that says that it is a test.
func (s *Server) testHook(c *gin.Context) error {
	id := models.HookID(c.Param("hook"))
	if err := s.Flow.TestHook(c.Request.Context(), actor(c), id); err != nil {
		return err
	}
	return s.done(c, hookURL(id), say("notice.hook_tested"))
}

// rotateHook gives it another secret, and shows that once.
func (s *Server) rotateHook(c *gin.Context) error {
	h, secret, err := s.Flow.RotateHookSecret(c.Request.Context(), actor(c), models.HookID(c.Param("hook")))
	if err != nil {
		return err
	}
	return s.showHook(c, h, secret)
}

// switchHook lets it hear no more, or again.
func (s *Server) switchHook(c *gin.Context) error {
	on := c.PostForm("on") == "yes"
	h, err := s.Flow.SwitchHook(c.Request.Context(), actor(c), models.HookID(c.Param("hook")), on)
	if err != nil {
		return err
	}
	notice := say("notice.hook_off")
	if on {
		notice = say("notice.hook_on")
	}
	return s.done(c, hookURL(h.ID), notice)
}

// deliverAgain sends the same once more.
func (s *Server) deliverAgain(c *gin.Context) error {
	d, err := s.Flow.SendDeliveryAgain(c.Request.Context(), actor(c), models.HookID(c.Param("hook")), models.DeliveryID(c.Param("delivery")))
	if err != nil {
		return err
	}
	return s.done(c, hookURL(d.HookID), say("notice.delivered_again"))
}
