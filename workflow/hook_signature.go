package workflow

import (
	"strconv"
	"strings"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"ahq/models"
)

// signed are the headers with which a receiver checks what it gets. While a
// secret is being changed the one before signs too.
func signed(h models.Hook, d models.Delivery, now time.Time) (map[string]string, error) {
	secrets := []string{h.Secret}
	if h.OldUntil != nil && now.Before(*h.OldUntil) {
		secrets = append(secrets, h.OldSecret)
	}
	signatures := make([]string, len(secrets))
	for i, secret := range secrets {
		signs, err := standardwebhooks.NewWebhook(secret)
		if err != nil {
			return nil, err
		}
		if signatures[i], err = signs.Sign(string(d.ID), now, []byte(d.Payload)); err != nil {
			return nil, err
		}
	}
	return map[string]string{
		standardwebhooks.HeaderWebhookID:        string(d.ID),
		standardwebhooks.HeaderWebhookTimestamp: strconv.FormatInt(now.Unix(), 10),
		standardwebhooks.HeaderWebhookSignature: strings.Join(signatures, " "),
	}, nil
}
