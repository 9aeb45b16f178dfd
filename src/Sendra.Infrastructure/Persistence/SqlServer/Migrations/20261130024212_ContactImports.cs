using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ContactImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "search_name",
                table: "contacts",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "contact_imports",
                columns: table => new
                {
                    workspace_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    file_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true, collation: "Latin1_General_100_BIN2"),
                    status = table.Column<int>(type: "int", nullable: false),
                    format = table.Column<int>(type: "int", nullable: false),
                    delimiter = table.Column<string>(type: "nvarchar(1)", maxLength: 1, nullable: false, collation: "Latin1_General_100_BIN2"),
                    columns = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    mapping = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    chunks = table.Column<int>(type: "int", nullable: false),
                    next_chunk = table.Column<int>(type: "int", nullable: false),
                    lines = table.Column<int>(type: "int", nullable: false),
                    created = table.Column<int>(type: "int", nullable: false),
                    updated = table.Column<int>(type: "int", nullable: false),
                    refused = table.Column<int>(type: "int", nullable: false),
                    warned = table.Column<int>(type: "int", nullable: false),
                    active_at = table.Column<long>(type: "bigint", nullable: false),
                    finished_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_imports", x => new { x.workspace_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "contact_import_chunks",
                columns: table => new
                {
                    workspace_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    import_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    ordinal = table.Column<int>(type: "int", nullable: false),
                    first_line = table.Column<int>(type: "int", nullable: false),
                    lines = table.Column<int>(type: "int", nullable: false),
                    text = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    problems = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_import_chunks", x => new { x.workspace_id, x.import_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_contact_import_chunks_contact_imports_workspace_id_import_id",
                        columns: x => new { x.workspace_id, x.import_id },
                        principalTable: "contact_imports",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contact_imports_workspace_id",
                table: "contact_imports",
                column: "workspace_id",
                unique: true,
                filter: "finished_at IS NULL");

            // As well as the database folds them; whatever names a contact anew folds them as searches do.
            migrationBuilder.Sql("UPDATE contacts SET search_name = LEFT(LOWER(LTRIM(RTRIM(COALESCE(first_name, N'') + N' ' + COALESCE(last_name, N'') + N' ' + COALESCE(name, N'')))), 300) WHERE first_name IS NOT NULL OR last_name IS NOT NULL OR name IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contact_import_chunks");

            migrationBuilder.DropTable(
                name: "contact_imports");

            migrationBuilder.DropColumn(
                name: "search_name",
                table: "contacts");
        }
    }
}
