using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DeliveryItems : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "item_reasons",
                table: "deliveries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "items",
                table: "deliveries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "skipped_items",
                table: "deliveries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql("UPDATE deliveries SET skipped_items = 1 WHERE status = 2");

            // Sources that are there go on naming their events as they did.
            migrationBuilder.Sql(
                """
                UPDATE event_sources SET mapping = '{"keepName":true,' || substr(mapping, 2) WHERE mapping LIKE '%"eventNamePath":%'
                """);

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_replayable",
                table: "deliveries",
                columns: new[] { "workspace_id", "source_id", "id" },
                filter: "skipped_items > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_deliveries_replayable",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "item_reasons",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "items",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "skipped_items",
                table: "deliveries");
        }
    }
}
