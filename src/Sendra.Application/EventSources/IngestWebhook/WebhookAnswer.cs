using Sendra.Domain.EventSources.Handshakes;

namespace Sendra.Application.EventSources.IngestWebhook;

/// <summary>What a source's URL answers.</summary>
/// <param name="Outcome">What became of the delivery; null when nothing was sent, as by a bare GET.</param>
/// <param name="Handshake">The answer to what its sender asked, or null.</param>
public sealed record WebhookAnswer(DeliveryOutcome? Outcome, HandshakeAnswer? Handshake = null);
