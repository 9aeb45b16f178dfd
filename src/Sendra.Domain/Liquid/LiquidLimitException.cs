namespace Sendra.Domain.Liquid;

/// <summary>A text would cost more than texts may. Never leaves this folder.</summary>
internal sealed class LiquidLimitException(string message) : Exception(message);
