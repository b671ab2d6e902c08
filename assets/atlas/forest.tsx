<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" name="forest" tilewidth="112" tileheight="96" tilecount="10" columns="10">
 <tileoffset x="-24" y="0"/>
 <grid orientation="isometric" width="64" height="32"/>
 <image source="forest.png" width="1120" height="96"/>
 <tile id="0" type="forest_dense.0"/>
 <tile id="1" type="forest_dense.1"/>
 <tile id="2" type="forest_dense.2"/>
 <tile id="3" type="forest_thin.0"/>
 <tile id="4" type="forest_thin.1"/>
 <tile id="5" type="forest_stumps.0"/>
 <tile id="6" type="forest_stumps.1"/>
</tileset>
