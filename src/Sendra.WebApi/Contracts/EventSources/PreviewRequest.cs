using System.ComponentModel.DataAnnotations;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>A delivery to try a mapping on.</summary>
public sealed record PreviewRequest
{
    /// <summary>The payload: a JSON value, or a string with the raw body, such as a form. At most 1 MiB.</summary>
    /// <example>{"type": "checkout.session.completed", "data": {"object": {"customer_details": {"email": "ada@example.com"}}}}</example>
    [Required]
    public RawJson? Payload { get; init; }

    /// <summary>The request's headers, for paths that read one.</summary>
    /// <example>{"X-GitHub-Event": "push"}</example>
    public IReadOnlyDictionary<string, string?>? Headers { get; init; }

    /// <summary>The mapping to try. Default: the saved one. If there is none, the response only lists where emails are.</summary>
    public MappingRequest? Mapping { get; init; }
}
