using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>Where to switch to.</summary>
public sealed record SwitchWorkspaceRequest
{
    /// <summary>The id of one of the user's workspaces.</summary>
    /// <example>0190d3c8-7b1e-7c3a-9f21-3c5d8e0f1a2b</example>
    [Required]
    public string? WorkspaceId { get; init; }
}
