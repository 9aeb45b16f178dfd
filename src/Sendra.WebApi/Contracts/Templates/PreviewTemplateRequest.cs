using Sendra.Domain.Common;

namespace Sendra.WebApi.Contracts.Templates;

/// <summary>For whom to preview a template.</summary>
public record PreviewTemplateRequest
{
    /// <summary>
    /// The contact: `email`, `externalId`, `firstName`, `lastName`, `name` and declared custom fields. If the workspace has a
    /// contact with this email, what you send goes over what is stored. What can't be taken is left out and named in the response's
    /// `warnings`. 256 KiB at most. Without an `email`, it is someone@example.com.
    /// </summary>
    /// <example>{"email": "ada@example.com", "firstName": "Ada"}</example>
    public RawJson? Contact { get; init; }

    /// <summary>The properties of the event: `event` and `trigger` in the template. An object of 256 KiB at most.</summary>
    /// <example>{"plan": "pro"}</example>
    public RawJson? Event { get; init; }
}
