using Sendra.Client.Http;

namespace Sendra.Client.Messages;

/// <summary>Which messages to list.</summary>
public sealed record MessageFilter
{
    /// <summary>Only those of this automation.</summary>
    public string? AutomationId { get; init; }

    /// <summary>Only those made from this template.</summary>
    public string? TemplateId { get; init; }

    /// <summary>Only those to this contact.</summary>
    public string? ContactId { get; init; }

    /// <summary>Only those with this status.</summary>
    public MessageStatus? Status { get; init; }

    /// <summary>Only those made at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only those made before this time.</summary>
    public DateTimeOffset? To { get; init; }

    internal static Query Apply(MessageFilter? filter, Query query) => query
        .Add("automationId", filter?.AutomationId)
        .Add("templateId", filter?.TemplateId)
        .Add("contactId", filter?.ContactId)
        .Add("status", filter?.Status)
        .Add("from", filter?.From)
        .Add("to", filter?.To);
}
