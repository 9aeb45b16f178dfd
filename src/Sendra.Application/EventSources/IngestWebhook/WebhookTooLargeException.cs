namespace Sendra.Application.EventSources.IngestWebhook;

/// <summary>Decompressed, the body is larger than a delivery can be (S10). 413, and nothing is recorded.</summary>
public sealed class WebhookTooLargeException() : Domain.Common.DomainException("bodyTooLarge", "Decompressed, the body is too large.");
