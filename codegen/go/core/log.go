package core

import (
	"context"
	"log/slog"
	"os"
)

// loggingHooks writes to the standard error: with HEADLESSPRO_LOG=info each answer and retry, with debug each request.
func loggingHooks(level string) (Hooks, bool) {
	switch level {
	case "info":
		return hooksOf(slog.New(slog.NewTextHandler(os.Stderr, nil))), true
	case "debug":
		options := &slog.HandlerOptions{Level: slog.LevelDebug}
		return hooksOf(slog.New(slog.NewTextHandler(os.Stderr, options))), true
	default:
		return Hooks{}, false
	}
}

func hooksOf(logger *slog.Logger) Hooks {
	return Hooks{
		OnRequest: func(ctx context.Context, event RequestEvent) {
			logger.DebugContext(ctx, "request", "method", event.Method, "url", event.URL, "attempt", event.Attempt)
		},
		OnResponse: func(ctx context.Context, event ResponseEvent) {
			logger.InfoContext(ctx, "response", "method", event.Method, "url", event.URL, "status", event.Status,
				"request", event.RequestID, "duration", event.Duration)
		},
		OnRetry: func(ctx context.Context, event RetryEvent) {
			logger.InfoContext(ctx, "retry", "method", event.Method, "url", event.URL, "attempt", event.Attempt,
				"wait", event.Wait, "error", event.Err)
		},
		OnMismatch: func(ctx context.Context, event MismatchEvent) {
			logger.WarnContext(ctx, "mismatch", "method", event.Method, "url", event.URL,
				"mismatches", event.Mismatches)
		},
	}
}
