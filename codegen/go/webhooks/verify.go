package webhooks

import (
	"net/http"
	"time"

	"store.local/headlesspro/core"
)

// VerificationError is a webhook that is not to be trusted: answer with 400. Its Reason says what is wrong with it.
type VerificationError = core.WebhookVerificationError

// Option is an option of Unwrap.
type Option = core.WebhookOption

// WithSecrets gives the secrets, whsec_…, any of which may have signed: the new and the old while they are changed.
// Without it, the environment's HEADLESSPRO_WEBHOOK_SECRET, with commas between several.
func WithSecrets(secrets ...string) Option { return core.WithWebhookSecrets(secrets...) }

// WithTolerance says how far the timestamp may be off; 300 seconds unless given.
func WithTolerance(tolerance time.Duration) Option { return core.WithWebhookTolerance(tolerance) }

// WithTime gives the present, for tests.
func WithTime(now time.Time) Option { return core.WithWebhookTime(now) }

// Sign gives the headers that make a body a signed webhook, to test a receiver with.
func Sign(body []byte, secret, id string, at time.Time) (http.Header, error) {
	return core.SignWebhook(body, secret, id, at)
}
