using MediatR;

namespace Sendra.Application.Workspaces.GetSigningSecret;

/// <summary>Reads what the current workspace signs its calls with; null when it can't be opened.</summary>
public sealed record GetSigningSecretQuery : IRequest<string?>;
