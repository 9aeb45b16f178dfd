namespace Sendra.Application.EventSources.IngestWebhook;

/// <summary>No source has this URL, or no longer. 404, and nothing is recorded, because nobody owns it.</summary>
public sealed class UnknownWebhookException()
    : Domain.Common.DomainException("webhookNotFound", "No event source has this URL. Copy the URL from the event source again; it may have been rotated.");
