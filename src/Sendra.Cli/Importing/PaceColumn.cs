using Spectre.Console;
using Spectre.Console.Rendering;

namespace Sendra.Cli.Importing;

/// <summary>How fast an import is, and how long it takes on.</summary>
/// <param name="progress">The import.</param>
internal sealed class PaceColumn(ImportProgress progress) : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(progress.ToString());
}
