using MediatR;
using Sendra.Domain.Messages;

namespace Sendra.Application.Templates.CreateTemplate;

/// <summary>Creates a template (M1).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What it says.</param>
/// <param name="By">The user or the API key.</param>
public sealed record CreateTemplateCommand(string? Name, TemplateText Text, Guid By) : IRequest<TemplateResult>;
