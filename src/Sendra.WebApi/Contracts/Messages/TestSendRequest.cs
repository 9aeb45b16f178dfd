using System.ComponentModel.DataAnnotations;
using Sendra.WebApi.Contracts.Templates;

namespace Sendra.WebApi.Contracts.Messages;

/// <summary>Whom to send a test, and for whom to render it.</summary>
public sealed record TestSendRequest : PreviewTemplateRequest
{
    /// <summary>The email of a member of the workspace.</summary>
    /// <example>ada@example.com</example>
    [Required]
    public string? To { get; init; }
}
