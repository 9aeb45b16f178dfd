using MediatR;

namespace Sendra.Application.Templates.DeleteTemplate;

/// <summary>Deletes a template with all its versions.</summary>
public sealed record DeleteTemplateCommand(TemplateId Id) : IRequest;
