using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>What a device with a passkey answered.</summary>
public sealed record PasskeyAnswerRequest
{
    /// <summary>The <c>token</c> of the challenge.</summary>
    [Required]
    public string? Token { get; init; }

    /// <summary>The credential that the browser returned, as the JSON of its <c>toJSON()</c>.</summary>
    [Required]
    public string? Credential { get; init; }

    /// <summary>Hides what it holds, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(PasskeyAnswerRequest);
}
