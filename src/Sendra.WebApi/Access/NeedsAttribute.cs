using Microsoft.AspNetCore.Authorization;

namespace Sendra.WebApi.Access;

/// <summary>
/// Says what an endpoint asks of its caller. Every endpoint has one, or <c>[AllowAnonymous]</c>; one that was forgotten
/// takes sessions only.
/// </summary>
/// <param name="need">What it asks.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsAttribute(Need need) : Attribute, IAuthorizeData, IAuthorizationRequirementData
{
    /// <summary>What it asks.</summary>
    public Need Need { get; } = need;

    /// <summary>True if a person must have shown within the last hour who they are (W11). Keys aren't asked.</summary>
    public bool Confirmed { get; init; }

    string? IAuthorizeData.Policy { get; set; }

    string? IAuthorizeData.Roles { get; set; }

    string? IAuthorizeData.AuthenticationSchemes { get; set; }

    IEnumerable<IAuthorizationRequirement> IAuthorizationRequirementData.GetRequirements() => [new NeedRequirement(Need, Confirmed)];
}
