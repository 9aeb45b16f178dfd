namespace Sendra.Client.Messages;

/// <summary>One email to one contact, or a test.</summary>
public sealed record Message
{
    /// <summary>Its id, which is also part of its <c>Message-ID</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>The contact; null for a test that was rendered for nobody.</summary>
    public string? ContactId { get; init; }

    /// <summary>Where it goes.</summary>
    public string Email { get; init; } = "";

    /// <summary>The template.</summary>
    public string TemplateId { get; init; } = "";

    /// <summary>The version of the template that it was rendered from; null until it is.</summary>
    public int? TemplateVersion { get; init; }

    /// <summary>The automation; null for a test.</summary>
    public string? AutomationId { get; init; }

    /// <summary>The run that sends it; null for a test.</summary>
    public string? EnrollmentId { get; init; }

    /// <summary>The step that sends it; null for a test.</summary>
    public string? StepId { get; init; }

    /// <summary>What a message is for, which decides whom it may reach.</summary>
    public MessageKind Kind { get; init; }

    /// <summary>What became of a message.</summary>
    public MessageStatus Status { get; init; }

    /// <summary>What is special about its status, for programs: why it was skipped, or has failed.</summary>
    public string? Code { get; init; }

    /// <summary>The same as a sentence. If it is queued: what went wrong in the last attempt.</summary>
    public string? Reason { get; init; }

    /// <summary>When its run came to the step.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was handed over to the mail server, or captured; null if it wasn't.</summary>
    public DateTimeOffset? SentAt { get; init; }
}
