using Sendra.Application.Access;

namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>
/// An email to a person who signs in: stored with what it comes of, and sent by any node. It stays for a day after its end, so that it counts in the
/// limits.
/// </summary>
internal sealed class AccountMail
{
    public const int MaxProblemLength = 300;

    public AccountMailId Id { get; init; }

    public AccountMailKind Kind { get; init; }

    /// <summary>Its address.</summary>
    public required string Email { get; init; }

    public UserId? UserId { get; init; }

    /// <summary>The workspace of an invitation, with which it goes.</summary>
    public WorkspaceId? WorkspaceId { get; init; }

    public InvitationId? InvitationId { get; init; }

    /// <summary>When it was ordered.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>When it is to be tried, or who tries it now must be done; null once it has ended.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Grows with each step that a node does, so that of two nodes at once one does it.</summary>
    public int Step { get; set; }

    /// <summary>How often the mail server was asked to take it.</summary>
    public int Tries { get; set; }

    /// <summary>The hash of its link's token, once there is one.</summary>
    public string? TokenHash { get; set; }

    /// <summary>The email as it is sent, encrypted since it holds the link: from the first try until it has ended.</summary>
    public byte[]? Content { get; set; }

    /// <summary>What went wrong at the last try.</summary>
    public string? Problem { get; set; }

    /// <summary>When the mail server took it.</summary>
    public DateTimeOffset? SentAt { get; set; }
}
