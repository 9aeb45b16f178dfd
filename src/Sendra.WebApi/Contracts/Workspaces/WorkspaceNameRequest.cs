using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Workspaces;

/// <summary>A workspace's name.</summary>
public sealed record WorkspaceNameRequest
{
    /// <summary>The name, 1 to 100 characters.</summary>
    /// <example>Example Ltd</example>
    [Required]
    public string? Name { get; init; }
}
