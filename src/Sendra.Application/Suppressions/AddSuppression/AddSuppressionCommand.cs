using MediatR;
using Sendra.Domain.Messages;

namespace Sendra.Application.Suppressions.AddSuppression;

/// <summary>Suppresses an address by hand. A wider suppression that is there already stays.</summary>
/// <param name="Email">The address.</param>
/// <param name="Scope">What it gets no more; all mail when null.</param>
public sealed record AddSuppressionCommand(string? Email, SuppressionScope? Scope) : IRequest<AddedSuppression>;
