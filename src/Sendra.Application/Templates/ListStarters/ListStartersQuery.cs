using MediatR;
using Sendra.Domain.Messages.Starters;

namespace Sendra.Application.Templates.ListStarters;

/// <summary>Lists the starters.</summary>
public sealed record ListStartersQuery : IRequest<IReadOnlyList<TemplateStarter>>;
