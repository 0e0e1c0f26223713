package core

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

const standardTolerance = 300 * time.Second

// WebhookVerificationError is a webhook that is not to be trusted: answer with 400.
type WebhookVerificationError struct {
	// Reason is "headers", "timestamp", "signature", "body" or "secret".
	Reason  string
	message string
}

func (failure *WebhookVerificationError) Error() string { return failure.message }

func refuse(reason, format string, values ...any) error {
	return &WebhookVerificationError{reason, "headlesspro: " + fmt.Sprintf(format, values...)}
}

// WebhookOption is an option of verifying a webhook.
type WebhookOption func(*webhookSettings)

type webhookSettings struct {
	secrets   []string
	tolerance time.Duration
	now       time.Time
}

// WithWebhookSecrets gives the secrets, whsec_…, any of which may have signed.
func WithWebhookSecrets(secrets ...string) WebhookOption {
	return func(settings *webhookSettings) { settings.secrets = secrets }
}

// WithWebhookTolerance says how far the timestamp may be off; 300 seconds unless given.
func WithWebhookTolerance(tolerance time.Duration) WebhookOption {
	return func(settings *webhookSettings) { settings.tolerance = tolerance }
}

// WithWebhookTime gives the present, for tests.
func WithWebhookTime(now time.Time) WebhookOption {
	return func(settings *webhookSettings) { settings.now = now }
}

// VerifyWebhook verifies a webhook by the Standard Webhooks scheme. Nothing of the body is read.
func VerifyWebhook(body []byte, header http.Header, options ...WebhookOption) error {
	settings := webhookSettings{secrets: environmentSecrets(), tolerance: standardTolerance, now: time.Now()}
	for _, option := range options {
		option(&settings)
	}
	if len(settings.secrets) == 0 {
		return refuse("secret", "no secret: give WithSecrets or set HEADLESSPRO_WEBHOOK_SECRET")
	}
	id, timestamp, signatures := header.Get("Webhook-Id"), header.Get("Webhook-Timestamp"), header.Get("Webhook-Signature")
	for _, required := range []string{"Webhook-Id", "Webhook-Timestamp", "Webhook-Signature"} {
		if header.Get(required) == "" {
			return refuse("headers", "the header %s is missing: not a webhook of ours", required)
		}
	}
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || settings.now.Sub(time.Unix(seconds, 0)).Abs() > settings.tolerance {
		return refuse("timestamp", "the webhook was signed at %s, too far from now (%d): a replay, or a clock is wrong",
			timestamp, settings.now.Unix())
	}
	for _, secret := range settings.secrets {
		expected, err := signature(secret, id, timestamp, body)
		if err != nil {
			return err
		}
		for _, given := range strings.Fields(signatures) {
			encoded, isKnown := strings.CutPrefix(given, "v1,")
			decoded, err := base64.StdEncoding.DecodeString(encoded)
			if isKnown && err == nil && hmac.Equal(decoded, expected) {
				return nil
			}
		}
	}
	return refuse("signature", "no signature fits: the body was changed on its way, or the secret is another one")
}

// SignWebhook gives the headers of a signed webhook.
func SignWebhook(body []byte, secret, id string, at time.Time) (http.Header, error) {
	timestamp := strconv.FormatInt(at.Unix(), 10)
	signed, err := signature(secret, id, timestamp, body)
	if err != nil {
		return nil, err
	}
	header := http.Header{}
	header.Set("Webhook-Id", id)
	header.Set("Webhook-Timestamp", timestamp)
	header.Set("Webhook-Signature", "v1,"+base64.StdEncoding.EncodeToString(signed))
	return header, nil
}

func signature(secret, id, timestamp string, body []byte) ([]byte, error) {
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil || len(key) == 0 {
		return nil, refuse("secret", "a webhook secret is whsec_ and base64")
	}
	hash := hmac.New(sha256.New, key)
	hash.Write(bytes.Join([][]byte{[]byte(id), []byte(timestamp), body}, []byte(".")))
	return hash.Sum(nil), nil
}

func environmentSecrets() []string {
	separated := strings.Split(os.Getenv("HEADLESSPRO_WEBHOOK_SECRET"), ",")
	secrets := []string{}
	for _, secret := range separated {
		if trimmed := strings.TrimSpace(secret); trimmed != "" {
			secrets = append(secrets, trimmed)
		}
	}
	return secrets
}
