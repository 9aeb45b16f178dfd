using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>A new passkey.</summary>
public sealed record NewPasskeyRequest
{
    /// <summary>The <c>token</c> of the challenge.</summary>
    [Required]
    public string? Token { get; init; }

    /// <summary>The credential that the browser made, as the JSON of its <c>toJSON()</c>.</summary>
    [Required]
    public string? Credential { get; init; }

    /// <summary>What you call it, 1 to 100 characters.</summary>
    /// <example>Laptop</example>
    [Required]
    public string? Name { get; init; }

    /// <summary>Hides what it holds, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(NewPasskeyRequest);
}
