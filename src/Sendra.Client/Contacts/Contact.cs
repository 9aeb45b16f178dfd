using System.Text.Json;
using Sendra.Client.Common;

namespace Sendra.Client.Contacts;

/// <summary>A person, identified by email.</summary>
public sealed record Contact
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The normalized email.</summary>
    public string Email { get; init; } = "";

    /// <summary>The id that your own system gives to this person; null when it gave none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>First name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name.</summary>
    public string? LastName { get; init; }

    /// <summary>Full name.</summary>
    public string? Name { get; init; }

    /// <summary>A JSON object with the values of the currently declared custom fields.</summary>
    public JsonElement? CustomFields { get; init; }

    /// <summary>When the contact was first seen.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the last event arrived.</summary>
    public DateTimeOffset? LastEventAt { get; init; }

    /// <summary>Why a contact gets no email, or no marketing.</summary>
    public ContactSuppression? Suppression { get; init; }

    /// <summary>In the answer of a call that saved the contact: what was left out, and why. Omitted otherwise.</summary>
    public IReadOnlyList<Warning>? Warnings { get; init; }
}
