namespace Sendra.Client.Messages;

/// <summary>An email with its content, as it is sent, and what happened to it.</summary>
public sealed record MessageDetails
{
    public string Id { get; init; } = "";

    public string? ContactId { get; init; }

    public string Email { get; init; } = "";

    public string TemplateId { get; init; } = "";

    public int? TemplateVersion { get; init; }

    public string? AutomationId { get; init; }

    /// <summary>The automation's name.</summary>
    public string? AutomationName { get; init; }

    public string? EnrollmentId { get; init; }

    public string? StepId { get; init; }

    /// <summary>The event that led to it; null for a test.</summary>
    public string? EventId { get; init; }

    /// <summary>What a message is for, which decides whom it may reach.</summary>
    public MessageKind Kind { get; init; }

    /// <summary>What became of a message.</summary>
    public MessageStatus Status { get; init; }

    public string? Code { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>
    /// The subject. null, like the other content, until the email is rendered, and again after the workspace's <c>contentDays</c>.
    /// </summary>
    public string? Subject { get; init; }

    /// <summary>The HTML part.</summary>
    public string? Html { get; init; }

    /// <summary>The text part.</summary>
    public string? Text { get; init; }

    /// <summary>The headers, without the signature and those of the MIME parts.</summary>
    public IReadOnlyList<MailHeader>? Headers { get; init; }

    /// <summary>What happened to it, in order.</summary>
    public IReadOnlyList<MessageMoment> Timeline { get; init; } = [];
}
