using Sendra.Domain.Common;

namespace Sendra.WebApi.Contracts.Contacts;

/// <summary>A person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Email">The address, normalised.</param>
/// <param name="FirstName">Given name.</param>
/// <param name="LastName">Family name.</param>
/// <param name="Name">The whole name.</param>
/// <param name="CustomFields">A JSON object with the values of the custom fields that are declared now.</param>
/// <param name="CreatedAt">When the contact was first seen.</param>
/// <param name="LastEventAt">When the last event arrived.</param>
public sealed record ContactResponse(
    ContactId Id,
    string Email,
    string? FirstName,
    string? LastName,
    string? Name,
    RawJson CustomFields,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastEventAt);
