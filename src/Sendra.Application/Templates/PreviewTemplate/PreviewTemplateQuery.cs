using MediatR;
using Sendra.Domain.Common;
using Sendra.Domain.Messages;

namespace Sendra.Application.Templates.PreviewTemplate;

/// <summary>Renders the mail of a template for a contact and an event (M7). Nothing is written, and nothing is sent.</summary>
/// <param name="Id">A saved template; or null.</param>
/// <param name="Draft">What a template says that need not be saved; or null. One of the two is there.</param>
/// <param name="Contact">A JSON object as that of a test; null for a contact of whom nothing is known but an email.</param>
/// <param name="Event">The properties of the event at hand, which is the trigger event, too.</param>
public sealed record PreviewTemplateQuery(TemplateId? Id, TemplateText? Draft, RawJson? Contact, RawJson? Event) : IRequest<TemplatePreview>;
